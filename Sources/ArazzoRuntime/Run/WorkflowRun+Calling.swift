extension WorkflowRun {
  /// How many calls may be open at a time, each made by the workflow of the one before.
  static var deepestCall: Int { 64 }

  /// Runs a step that calls another workflow; where that one throws, the step has failed.
  ///
  /// Throws where workflows call each other more than 64 deep.
  ///
  /// - Parameters:
  ///   - step: The step's identifier.
  ///   - timeout: How long the whole call may take (rule A11).
  ///   - isolation: The caller's.
  ///   - body: Calls the workflow with the client that it is handed.
  @discardableResult
  public func call<Value: Sendable>(
    _ step: String, timeout: Duration? = nil, isolation: isolated (any Actor)? = #isolation,
    _ body: (WorkflowClient) async throws(WorkflowError) -> Value
  ) async throws(WorkflowError) -> Value {
    history.begin(step)
    observe(.started(step: step))
    do throws(WorkflowError) {
      var client = try client(from: step)
      if let timeout { client.deadline = await deadline(in: timeout, isolation) }
      called = client.calls.last
      return try await body(client)
    } catch {
      throw context(of: step).failure(error)
    }
  }

  /// The last response that the workflow received that was called last, or one that it called.
  public var calledResponse: StepResponse? { called?.withLock { $0 } }

  /// What a workflow is to run with that an action of a step calls.
  public func client(from step: String) throws(WorkflowError) -> WorkflowClient {
    guard client.calls.count < Self.deepestCall else {
      throw context(of: step).error(
        .callsTooDeep, "workflows call each other more than \(Self.deepestCall) deep")
    }
    var called = client
    called.calls.append(Locked(nil))
    called.secrets = secrets
    return called
  }
}
