/// A call of another workflow: what it runs with, and what it received last.
public struct WorkflowCall: Sendable {
  /// What the called workflow is to run with.
  public private(set) var client: WorkflowClient
  private let record: LastResponse

  init(_ caller: WorkflowClient) {
    record = LastResponse()
    client = caller
    client.calls.append(record)
  }

  /// The same call with a limit.
  init(_ call: WorkflowCall, until deadline: Deadline?) {
    self = call
    client.deadline = deadline
  }

  /// The last response that the called workflow, or one that it called, has received.
  public var response: StepResponse? { get async { await record.response } }
}

/// The last response of a called workflow, noted by its run and read by its caller.
actor LastResponse {
  private(set) var response: StepResponse?

  func note(_ response: StepResponse) { self.response = response }
}

extension WorkflowRun {
  /// How many calls may be open at a time, each made by the workflow of the one before.
  static var deepestCall: Int { 64 }

  /// Notes that a step which calls another workflow is about to run; a step that sends a request is
  /// noted by ``send(_:timeout:isolation:)``.
  ///
  /// Throws where workflows call each other more than 64 deep.
  public func call(_ step: String) throws(WorkflowError) -> WorkflowCall {
    history.begin(step)
    observe(.started(step: step))
    return try call(from: step)
  }

  /// The call of a workflow by an action of a step.
  public func call(from step: String) throws(WorkflowError) -> WorkflowCall {
    guard client.calls.count < Self.deepestCall else {
      throw context(of: step).error(
        .callsTooDeep, "workflows call each other more than \(Self.deepestCall) deep")
    }
    return WorkflowCall(client)
  }
}
