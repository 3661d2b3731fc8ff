/// One run of a workflow: what generated code holds on to while it goes from step to step.
///
/// It counts passes and retries, waits, and tells the client's observer. It belongs to the function
/// that made it.
public final class WorkflowRun {
  /// The workflow's identifier in its document.
  public let workflow: String
  /// What the workflow runs with.
  public let client: WorkflowClient

  let polling: PollingPolicy
  var state: (any WorkflowState)?
  var history = StepHistory()
  let secrets: SecretTexts
  /// What the workflow has received that a step called last.
  var called: Locked<StepResponse?>?
  /// Whether the observer knows the state that comes next.
  private var isAnnounced = false

  /// A run that has not done anything yet.
  ///
  /// - Parameters:
  ///   - workflow: The workflow's identifier in its document.
  ///   - client: What the workflow runs with.
  ///   - polling: The policy to go by where the client was given none.
  ///   - hidden: Secrets among the inputs, which no error and no event shows.
  public init(
    _ workflow: String, client: WorkflowClient, polling: PollingPolicy? = nil,
    hiding hidden: (any JSONRepresentable)?...
  ) {
    self.workflow = workflow
    let standard = client.hasOwnPolling ? client.polling : polling ?? client.polling
    self.polling = client.policies[workflow] ?? standard
    var client = client
    if client.limit == nil { client.limit = client.timeLimit.map(WorkflowLimit.init) }
    self.client = client
    secrets = client.secrets ?? SecretTexts()
    hidden.forEach(secrets.hide)
  }

  /// Notes that the workflow goes to a state, and tells the observer unless a wait has done so.
  public func enter(_ state: some WorkflowState) {
    if !isAnnounced { announce(state) }
    isAnnounced = false
  }

  /// Tells the observer of the state that follows a wait, so that a run that ends while it waits can
  /// be resumed behind the steps that have succeeded.
  func announceNext(_ state: (any WorkflowState)?) {
    guard let state else { return }
    announce(state)
    isAnnounced = true
  }

  private func announce(_ state: any WorkflowState) {
    self.state = state
    observe(.entered(state: state))
  }

  /// The request of a step, to be filled with values and sent.
  ///
  /// - Parameters:
  ///   - step: The step's identifier.
  ///   - method: The HTTP method.
  ///   - path: The path template, relative to the server.
  ///   - server: Where it goes, unless the client says otherwise.
  ///   - operation: The operation's identifier, for errors.
  ///   - redirects: Whether redirects are followed.
  public func request(
    _ step: String, _ method: String, _ path: String, at server: Server, operation: String? = nil,
    redirects: RedirectPolicy = .follow
  ) -> StepRequest {
    var context = context(of: step)
    context.operation = operation
    context.method = method
    context.path = path
    context.server = (try? client.base(of: server)).map {
      "\($0.scheme)://\($0.authority)\($0.path)"
    }
    return StepRequest(
      context: context, server: server, method: method, path: PathTemplate(path),
      redirects: redirects)
  }

  func context(of step: String) -> StepContext {
    StepContext(
      workflow: workflow, step: step, state: state, observer: client.observer, secrets: secrets)
  }

  func observe(_ kind: @autoclosure () -> WorkflowEvent.Kind) {
    client.observer?.observe(WorkflowEvent(workflow: workflow, kind: kind()))
  }
}
