import Foundation

/// The transport, servers, credentials, clock and observer that workflows use.
///
/// A client is a value: to run one workflow differently, copy the client and change a property.
public struct WorkflowClient: Sendable {
  private(set) var box: Boxed<Settings>
  private var callerBox: Boxed<Caller>?

  /// The base URL of every request, in place of the servers in the documents.
  ///
  /// An absolute server URL is replaced, including its path. A relative server URL is resolved
  /// against it. ``servers`` takes precedence.
  public var baseURL: URL? {
    get { box.value.baseURL }
    set {
      change {
        $0.baseURL = newValue
        $0.bases = KnownBaseURLs()
      }
    }
  }
  /// Base URLs by the name of the source description. They take precedence over ``baseURL`` and the
  /// documents.
  public var servers: [String: URL] {
    get { box.value.servers }
    set {
      change {
        $0.servers = newValue
        $0.bases = KnownBaseURLs()
      }
    }
  }
  /// Credentials for operations that require authentication, keyed by security scheme.
  public var credentials: APICredentials {
    get { box.value.credentials }
    set { change { $0.credentials = newValue } }
  }
  /// The transport that sends requests. Default: ``URLSessionHTTPTransport``.
  public var transport: any HTTPTransport {
    get { box.value.transport }
    set { change { $0.transport = newValue } }
  }
  /// How long workflows wait before they send a request again, and when they give up.
  public var polling: PollingPolicy {
    get { box.value.polling }
    set {
      change {
        $0.polling = newValue
        $0.hasOwnPolling = true
      }
    }
  }
  /// Polling policies by workflow identifier. They take precedence over ``polling``.
  public var pollingPolicies: [String: PollingPolicy] {
    get { box.value.pollingPolicies }
    set { change { $0.pollingPolicies = newValue } }
  }
  /// The longest time that a workflow can take, with its waits and the workflows that it calls.
  /// Default: no limit.
  ///
  /// When it is exceeded, the workflow ends with ``WorkflowError/Code/deadlineExceeded``. A resumed
  /// workflow starts with the full limit again.
  public var timeLimit: Duration? {
    get { box.value.timeLimit }
    set { change { $0.timeLimit = newValue } }
  }
  /// The clock for all waits and time limits.
  public var clock: any WorkflowClock {
    get { box.value.clock }
    set {
      change {
        $0.clock = newValue
        $0.systemClock = newValue as? SystemClock
      }
    }
  }
  /// An observer of every state, request, response, wait and action.
  public var observer: (any WorkflowObserver)? {
    get { box.value.observer }
    set { change { $0.observer = newValue } }
  }
  /// The maximum size of a response body, in bytes after decompression. Default: 64 MiB.
  ///
  /// A step with a larger response fails with ``WorkflowError/Code/responseTooLarge``.
  public var maximumResponseBodySize: Int {
    get { box.value.maximumResponseBodySize }
    set { change { $0.maximumResponseBodySize = newValue } }
  }
  /// The maximum size of a request body, in bytes. Default: no limit.
  ///
  /// A larger body ends the workflow with ``WorkflowError/Code/invalidRequest`` before the request
  /// is sent.
  public var maximumRequestBodySize: Int? {
    get { box.value.maximumRequestBodySize }
    set { change { $0.maximumRequestBodySize = newValue } }
  }
  /// The longest time from the start of one request to the last byte of its response. Default: 5
  /// minutes.
  ///
  /// A step whose request takes longer fails with ``WorkflowError/Code/timedOut``. With `nil`, only
  /// the transport limits the time.
  public var requestTimeout: Duration? {
    get { box.value.requestTimeout }
    set { change { $0.requestTimeout = newValue } }
  }
  /// Returns the boundary of a multipart body: 1 to 60 letters, digits or hyphens. Default: a
  /// random UUID.
  ///
  /// A boundary that occurs in a part is extended.
  public var boundary: @Sendable () -> String {
    get { box.value.boundary }
    set { change { $0.boundary = newValue } }
  }

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
    boundary: @escaping @Sendable () -> String = { UUID().uuidString },
    checkpoint: (any WorkflowCheckpoint)? = nil,
    idempotencyKey: IdempotencyKey? = nil,
    runID: String? = nil
  ) {
    box = Boxed(
      Settings(
        baseURL: baseURL, servers: servers, credentials: credentials, transport: transport,
        polling: polling ?? PollingPolicy(), hasOwnPolling: polling != nil,
        pollingPolicies: pollingPolicies, timeLimit: timeLimit, clock: clock,
        systemClock: clock as? SystemClock, observer: observer,
        maximumResponseBodySize: maximumResponseBodySize,
        maximumRequestBodySize: maximumRequestBodySize, requestTimeout: requestTimeout,
        boundary: boundary,
        durability: Durability(
          checkpoint: checkpoint, idempotencyKey: idempotencyKey, runID: runID)))
  }
}

extension WorkflowClient {
  /// What an app sets.
  struct Settings: Sendable {
    var baseURL: URL?
    var servers: [String: URL]
    var credentials: APICredentials
    var transport: any HTTPTransport
    var polling: PollingPolicy
    /// Whether the app set the policy, which then takes precedence over a generated one.
    var hasOwnPolling: Bool
    var pollingPolicies: [String: PollingPolicy]
    var timeLimit: Duration?
    var clock: any WorkflowClock
    /// The clock, if it is the device's.
    var systemClock: SystemClock?
    var observer: (any WorkflowObserver)?
    var maximumResponseBodySize: Int
    var maximumRequestBodySize: Int?
    var requestTimeout: Duration?
    var boundary: @Sendable () -> String
    /// What makes runs outlive the process.
    var durability: Durability
    /// The servers selected with ``use(_:)``, by the default server that they replace.
    var choices: [APIServer: APIServer] = [:]
    /// What was read of ``baseURL``, ``servers`` and ``choices``.
    var bases = KnownBaseURLs()
  }

  /// What a client carries from a workflow to those that it calls.
  struct Caller: Sendable {
    /// The last responses of the calls that led to the current workflow, outermost first.
    var calls: [Locked<StepResponse?>] = []
    /// How many calls led to a workflow that is no part of a run, such as one that gets a token.
    var outerDepth = 0
    /// The secrets of the workflows that called the current one.
    var secrets: SecretTexts?
    /// The deadline of the step that called the current workflow.
    var deadline: Deadline?
    /// The time limit of the outermost workflow.
    var limit: WorkflowLimit?
    /// Where the run is kept, if anything is kept of it.
    var place: RunPlace?
  }

  var settings: Settings { box.value }

  /// Whether there is an observer. To ask takes less time than to copy it.
  var isObserved: Bool { box.value.observer != nil }

  /// Apart from the settings, which responses lead to: a response that leads to itself would never
  /// go away.
  var caller: Caller {
    get { callerBox?.value ?? Caller() }
    set { callerBox = Boxed(newValue) }
  }

  /// How many calls led to the current workflow.
  package var callDepth: Int {
    guard let caller = callerBox?.value else { return 0 }
    return caller.outerDepth + caller.calls.count
  }

  /// Changes the settings of this client, and of no copy of it.
  mutating func change(_ change: (inout Settings) -> Void) {
    var settings = box.value
    change(&settings)
    box = Boxed(settings)
  }
}
