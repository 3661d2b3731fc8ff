import Foundation

/// The transport, servers, credentials, clock and observer that workflows use.
///
/// A client is a value: to run one workflow differently, copy the client and change a property.
public struct WorkflowClient: Sendable {
  /// The base URL of every request, in place of the servers in the documents.
  ///
  /// An absolute server URL is replaced, including its path. A relative server URL is resolved
  /// against it. ``servers`` takes precedence.
  public var baseURL: URL?
  /// Base URLs by the name of the source description. They take precedence over ``baseURL`` and the
  /// documents.
  public var servers: [String: URL]
  /// Credentials for operations that require authentication, keyed by security scheme.
  public var credentials: APICredentials
  /// The servers selected with ``use(_:)``, by the default server that they replace.
  var choices: [APIServer: APIServer] = [:]
  /// The transport that sends requests. Default: ``URLSessionHTTPTransport``.
  public var transport: any HTTPTransport
  /// How long workflows wait before they send a request again, and when they give up.
  public var polling: PollingPolicy { didSet { hasOwnPolling = true } }
  /// Whether the app set the policy, which then takes precedence over a generated one.
  private(set) var hasOwnPolling: Bool
  /// Polling policies by workflow identifier. They take precedence over ``polling``.
  public var pollingPolicies: [String: PollingPolicy]
  /// The longest time that a workflow can take, with its waits and the workflows that it calls.
  /// Default: no limit.
  ///
  /// When it is exceeded, the workflow ends with ``WorkflowError/Code/deadlineExceeded``. A resumed
  /// workflow starts with the full limit again.
  public var timeLimit: Duration?
  /// The clock for all waits and time limits.
  public var clock: any WorkflowClock { didSet { systemClock = clock as? SystemClock } }
  /// The clock, if it is the device's.
  private(set) var systemClock: SystemClock?
  /// An observer of every state, request, response, wait and action.
  public var observer: (any WorkflowObserver)?
  /// The maximum size of a response body, in bytes after decompression. Default: 64 MiB.
  ///
  /// A step with a larger response fails with ``WorkflowError/Code/responseTooLarge``.
  public var maximumResponseBodySize: Int
  /// The maximum size of a request body, in bytes. Default: no limit.
  ///
  /// A larger body ends the workflow with ``WorkflowError/Code/invalidRequest`` before the request
  /// is sent.
  public var maximumRequestBodySize: Int?
  /// The longest time from the start of one request to the last byte of its response. Default: 5
  /// minutes.
  ///
  /// A step whose request takes longer fails with ``WorkflowError/Code/timedOut``. With `nil`, only
  /// the transport limits the time.
  public var requestTimeout: Duration?
  /// Returns the boundary of a multipart body: 1 to 60 letters, digits or hyphens. Default: a
  /// random UUID.
  ///
  /// A boundary that occurs in a part is extended.
  public var boundary: @Sendable () -> String
  /// The last responses of the calls that led to the current workflow, outermost first.
  var calls: [Locked<StepResponse?>] = []
  /// The secrets of the workflows that called the current one.
  var secrets: SecretTexts?
  /// The deadline of the step that called the current workflow.
  var deadline: Deadline?
  /// The time limit of the outermost workflow.
  var limit: WorkflowLimit?

  /// Creates a client. Every argument has a default that suits an app.
  public init(
    baseURL: URL? = nil,
    servers: [String: URL] = [:],
    credentials: APICredentials = [:],
    transport: any HTTPTransport = URLSessionHTTPTransport(),
    polling: PollingPolicy? = nil,
    pollingPolicies: [String: PollingPolicy] = [:],
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
    self.pollingPolicies = pollingPolicies
    self.timeLimit = timeLimit
    self.clock = clock
    systemClock = clock as? SystemClock
    self.observer = observer
    self.maximumResponseBodySize = maximumResponseBodySize
    self.maximumRequestBodySize = maximumRequestBodySize
    self.requestTimeout = requestTimeout
    self.boundary = boundary
  }
}
