import ArazzoTesting
import HTTPTypes

@_spi(Generated) @testable import ArazzoRuntime

extension APIServer {
  static let api = APIServer("api", url: "https://api.example.com/v1")
}

extension PollingPolicy {
  /// The default policy without chance.
  static let exact = PollingPolicy(random: { 0.5 })
}

extension WorkflowClock where Self == WorkflowTestClock {
  /// A clock on which every time limit is over.
  static var expired: WorkflowTestClock {
    let clock = WorkflowTestClock()
    clock.expireTimeLimits()
    return clock
  }
}

extension WorkflowEventLog {
  /// The events so far as they are described.
  var descriptions: [String] { events.map(\.description) }
}

/// A run whose client answers from a list and waits on a test's clock.
func makeRun(
  _ transport: some HTTPTransport, clock: some WorkflowClock = WorkflowTestClock(),
  polling: PollingPolicy = .exact, observer: (any WorkflowObserver)? = nil
) -> WorkflowRun {
  WorkflowRun(
    "tidy",
    client: WorkflowClient(
      transport: transport, polling: polling, clock: clock, observer: observer))
}

/// A run that gets the same answer to every request.
func makeRun(
  _ answer: ScriptedResponse = .status(200),
  clock: some WorkflowClock = WorkflowTestClock(), polling: PollingPolicy = .exact
) -> WorkflowRun {
  makeRun(ScriptedTransport([.always(answer)]), clock: clock, polling: polling)
}

extension WorkflowRun {
  /// Runs a step that sends nothing but its request.
  @discardableResult
  func get(
    _ step: String, isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) -> StepResponse {
    try await send(request(step: step, method: "GET", path: "/\(step)", server: .api))
  }
}

/// The response that a step gets when its transport answers so.
func response(
  to answer: ScriptedResponse
) async throws(WorkflowError) -> StepResponse {
  try await makeRun(answer).get("fetch")
}

/// A request as it would be sent, set by a closure.
func prepared(
  _ path: String = "/things", _ set: (StepRequest) -> Void
) throws(WorkflowError) -> PreparedRequest {
  let run = makeRun()
  let request = run.request(step: "fetch", method: "POST", path: path, server: .api)
  set(request)
  return try request.prepared(for: run.client)
}
