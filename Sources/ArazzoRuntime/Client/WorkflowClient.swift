import Foundation

/// What generated workflows run with: where requests go, how they travel, how waiting is done and
/// who watches.
///
/// A client is a value: copy it and change a property to run one workflow differently.
public struct WorkflowClient: Sendable {
  /// The base of every request, instead of the servers that the documents name.
  ///
  /// It replaces a server URL that is absolute, path prefix included; a server URL that is relative
  /// is resolved against it. ``servers`` goes first.
  public var baseURL: URL?
  /// Base URLs by the name of the source description; they replace whatever the document says.
  public var servers: [String: URL]
  /// What operations are shown that ask who is there, by their schemes.
  public var credentials: Credentials
  /// What ``use(_:)`` was told, by the document's default.
  var choices: [Server: Server] = [:]
  /// What carries requests.
  public var transport: any HTTPTransport
  /// How long to wait before a workflow asks again, and when to give up.
  public var polling: PollingPolicy { didSet { hasOwnPolling = true } }
  /// Whether the app chose the policy: a generated one gives way to it.
  private(set) var hasOwnPolling: Bool
  /// Policies for single workflows, by their identifiers; they replace ``polling``.
  public var policies: [String: PollingPolicy]
  /// How long a workflow may take, with its waits and all that it calls; then it ends with
  /// ``WorkflowError/Code/deadlineReached``. A resumed run has the whole time again. No limit unless
  /// set.
  public var timeLimit: Duration?
  /// The time that all waiting goes by.
  public var clock: any WorkflowClock
  /// Who is told of every state, request, response and wait.
  public var observer: (any WorkflowObserver)?
  /// The largest response body that is read, in bytes after decompression; a step whose response
  /// is larger fails. 64 MiB unless set.
  public var maximumResponseBodySize: Int
  /// The largest request body that is sent, in bytes: a larger one is an error before anything is
  /// sent. No bound unless set.
  public var maximumRequestBodySize: Int?
  /// How long one request may take from its start to the last byte of its response, by the clock; a
  /// step whose request takes longer fails. 5 minutes unless set; `nil` leaves it to the transport.
  public var requestTimeout: Duration?
  /// Gives what stands between the parts of a multipart body, 1 to 60 letters, digits or hyphens; one
  /// that occurs in a part is made longer. Random unless set.
  public var boundary: @Sendable () -> String
  /// The calls that led to the workflow that runs with this client, outermost first: what the called
  /// workflows have received last.
  var calls: [Locked<StepResponse?>] = []
  /// The secrets that the workflows have met which led to this one.
  var secrets: SecretTexts?
  /// When the step must be done that called the workflow which runs with this client.
  var deadline: Deadline?
  /// When the outermost workflow must be done.
  var limit: WorkflowLimit?

  /// A client; every argument has a default that suits an app.
  public init(
    baseURL: URL? = nil,
    servers: [String: URL] = [:],
    credentials: Credentials = [:],
    transport: any HTTPTransport = URLSessionTransport(),
    polling: PollingPolicy? = nil,
    policies: [String: PollingPolicy] = [:],
    timeLimit: Duration? = nil,
    clock: any WorkflowClock = SystemClock(),
    observer: (any WorkflowObserver)? = nil,
    maximumResponseBodySize: Int = 64 * 1024 * 1024,
    maximumRequestBodySize: Int? = nil,
    requestTimeout: Duration? = .seconds(300),
    boundary: @escaping @Sendable () -> String = { UUID().uuidString }
  ) {
    self.baseURL = baseURL
    self.servers = servers
    self.credentials = credentials
    self.transport = transport
    self.polling = polling ?? PollingPolicy()
    hasOwnPolling = polling != nil
    self.policies = policies
    self.timeLimit = timeLimit
    self.clock = clock
    self.observer = observer
    self.maximumResponseBodySize = maximumResponseBodySize
    self.maximumRequestBodySize = maximumRequestBodySize
    self.requestTimeout = requestTimeout
    self.boundary = boundary
  }
}
