extension WorkflowRun {
  /// The maximum number of nested calls.
  static var maximumCallDepth: Int { 64 }

  /// Runs a step that calls another workflow. If the workflow throws, the step fails.
  ///
  /// - Parameters:
  ///   - step: The identifier of the step.
  ///   - timeout: The time limit of the whole call (rule A11).
  ///   - isolation: The isolation of the caller.
  ///   - body: Calls the workflow with the client that it receives.
  /// - Throws: ``WorkflowError/Code/callDepthExceeded`` if calls are nested more than 64 levels
  ///   deep.
  @discardableResult
  public func call<Value: Sendable>(
    _ step: String, timeout: Duration? = nil, isolation: isolated (any Actor)? = #isolation,
    _ body: (WorkflowClient) async throws(WorkflowError) -> Value
  ) async throws(WorkflowError) -> Value {
    if place != nil { try await resumeCall(of: step, isolation) }
    history.begin(step)
    observe(.started(step: step))
    do throws(WorkflowError) {
      var client = try client(from: step)
      if let timeout {
        client.caller.deadline = deadline(in: timeout, at: await now(isolation))
      }
      called = client.caller.calls.last
      return try await body(client)
    } catch {
      throw error.code == .parked ? error : context(of: step).failure(error)
    }
  }

  /// The last response that the most recently called workflow received, including the workflows
  /// that it called.
  public var calledResponse: StepResponse? { called?.withLock { $0 } }

  /// The client for a workflow that an action calls.
  public func client(from step: String) throws(WorkflowError) -> WorkflowClient {
    guard client.caller.calls.count < Self.maximumCallDepth else {
      throw context(of: step).error(
        .callDepthExceeded, "workflows call each other more than \(Self.maximumCallDepth) deep")
    }
    var called = client
    called.caller.calls.append(Locked(nil))
    called.caller.secrets = secrets
    return called
  }
}
