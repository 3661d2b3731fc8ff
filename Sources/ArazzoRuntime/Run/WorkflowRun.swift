/// One run of a workflow, with its history of steps, loops and retries.
///
/// It counts passes and retries, waits, and notifies the observer. The function of the workflow
/// owns it.
@_spi(Generated) public final class WorkflowRun {
  /// The identifier of the workflow in its document.
  public let workflow: String
  /// The client of the workflow.
  public let client: WorkflowClient

  /// The polling policy of the document, if it has one.
  private let ownPolling: Boxed<PollingPolicy>?
  var state: (any WorkflowState)?
  var history = StepHistory()
  let secrets: SecretTexts
  /// The last response of the most recently called workflow.
  var called: Locked<StepResponse?>?
  /// Where the run is kept; `nil` if nothing is kept of it.
  let place: RunPlace?
  /// Whether the observer was notified of the next state.
  private var isAnnounced = false

  /// Creates a run.
  ///
  /// - Parameters:
  ///   - plan: The workflow, and what a saved run must be of.
  ///   - client: The client of the workflow.
  ///   - hidden: Secrets among the inputs, which errors and events mask.
  public convenience init(
    _ plan: SavedPlan, client: WorkflowClient, hiding hidden: (any JSONRepresentable)?...
  ) {
    self.init(plan, client, nil, hidden)
  }

  /// Creates a run with a polling policy, which applies if the client has none.
  public convenience init(
    _ plan: SavedPlan, client: WorkflowClient, polling: PollingPolicy,
    hiding hidden: (any JSONRepresentable)?...
  ) {
    self.init(plan, client, polling, hidden)
  }

  /// Creates a run of a workflow whose plan has no digest, for tests.
  package convenience init(
    _ workflow: String, client: WorkflowClient, polling: PollingPolicy? = nil,
    hiding hidden: (any JSONRepresentable)?...
  ) {
    self.init(SavedPlan(workflow, digest: ""), client, polling, hidden)
  }

  private init(
    _ plan: SavedPlan, _ client: WorkflowClient, _ polling: PollingPolicy?,
    _ hidden: [(any JSONRepresentable)?]
  ) {
    workflow = plan.workflow
    ownPolling = polling.map(Boxed.init)
    var client = client
    if client.caller.limit == nil, let limit = client.timeLimit {
      client.caller.limit = WorkflowLimit(limit)
    }
    place = client.place(of: plan)
    if let place {
      client.caller.place = place
      history = place.frame.history
    }
    self.client = client
    secrets = client.caller.secrets ?? SecretTexts()
    hidden.forEach(secrets.hide)
  }

  var polling: PollingPolicy {
    if let policy = client.pollingPolicies[workflow] { return policy }
    return client.settings.hasOwnPolling ? client.polling : ownPolling?.value ?? client.polling
  }

  /// Enters a state and notifies the observer, unless a wait already did.
  public func enter(_ state: some WorkflowState) {
    place?.enter(state, history)
    if !isAnnounced { announce(state) }
    isAnnounced = false
  }

  /// Notifies the observer of the state after a wait, so that a run that ends while it waits
  /// resumes after the steps that succeeded.
  func announceNext(_ state: (any WorkflowState)?) {
    guard let state else { return }
    announce(state)
    isAnnounced = true
  }

  private func announce(_ state: any WorkflowState) {
    self.state = state
    observe(.entered(state: state))
  }

  /// Creates the request of a step.
  ///
  /// - Parameters:
  ///   - step: The identifier of the step.
  ///   - method: The HTTP method.
  ///   - path: The path template, relative to the server.
  ///   - server: The server, unless the client replaces it.
  ///   - operation: The `operationId`, for errors.
  ///   - redirects: Whether the step follows redirects.
  public func request(
    step: String, method: String, path: String, server: APIServer, operation: String? = nil,
    redirects: RedirectPolicy = .follow
  ) -> StepRequest {
    let call = OperationCall(
      operation: operation, method: method, path: PathTemplate(path), server: server)
    return StepRequest(context(of: step, calling: call), call, redirects)
  }

  func context(of step: String, calling call: OperationCall? = nil) -> StepContext {
    StepContext(
      workflow: workflow, step: step, call: call, state: state,
      settings: isReplaying ? client.withoutObserver : client.box,
      depth: client.callDepth, secrets: secrets)
  }

  func observe(_ kind: @autoclosure () -> WorkflowEvent.Kind) {
    if client.isObserved, !isReplaying { tell(kind()) }
  }

  /// Whether what happens was saved; no observer is told of it.
  private var isReplaying: Bool { place?.record.isReplaying ?? false }

  /// Not inlined, so that no async function keeps room for an event.
  @inline(never)
  private func tell(_ kind: WorkflowEvent.Kind) {
    client.observer?.observe(
      WorkflowEvent(workflow: workflow, kind: kind, depth: client.callDepth))
  }
}
