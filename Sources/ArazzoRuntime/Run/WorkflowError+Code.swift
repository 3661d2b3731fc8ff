extension WorkflowError {
  /// The kind of an error. Later versions can add kinds.
  public struct Code: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The name of the static member.
    public let rawValue: String

    /// Creates the kind with a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name of the static member.
    public var description: String { rawValue }
  }
}

extension WorkflowError.Code {
  /// A success criterion of a step did not hold.
  public static let criterionFailed = Self(rawValue: "criterionFailed")
  /// A required value of a request is missing. The request was not sent.
  public static let missingValue = Self(rawValue: "missingValue")
  /// An input violates its schema. The workflow sent no request.
  public static let invalidInput = Self(rawValue: "invalidInput")
  /// HTTP cannot express the request, or it exceeds ``WorkflowClient/maximumRequestBodySize``. The
  /// request was not sent.
  public static let invalidRequest = Self(rawValue: "invalidRequest")
  /// The client has no credential that the operation requires, or could not get one. The request
  /// was not sent.
  public static let missingCredential = Self(rawValue: "missingCredential")
  /// The server that issues tokens can't be reached or has a fault. The request was not sent.
  public static let tokenUnavailable = Self(rawValue: "tokenUnavailable")
  /// The URL of the server is missing or invalid. The request was not sent.
  public static let unknownServer = Self(rawValue: "unknownServer")
  /// There is no complete response: the connection was refused, reset or cut short.
  public static let transport = Self(rawValue: "transport")
  /// A step took longer than its `timeout`, or a request longer than
  /// ``WorkflowClient/requestTimeout``.
  public static let timedOut = Self(rawValue: "timedOut")
  /// The workflow took longer than ``WorkflowClient/timeLimit``.
  public static let deadlineExceeded = Self(rawValue: "deadlineExceeded")
  /// The response body exceeds ``WorkflowClient/maximumResponseBodySize``.
  public static let responseTooLarge = Self(rawValue: "responseTooLarge")
  /// A value in the response is missing or has another type than its schema says.
  public static let unexpectedValue = Self(rawValue: "unexpectedValue")
  /// A loop or a wait exceeds a limit of the ``PollingPolicy``.
  public static let pollingLimitReached = Self(rawValue: "pollingLimitReached")
  /// The workflow reached another ending than the caller asked for; see ``WorkflowOutcome/outputs``.
  public static let otherEnding = Self(rawValue: "otherEnding")
  /// Workflows call each other more than 64 levels deep.
  public static let callDepthExceeded = Self(rawValue: "callDepthExceeded")
  /// The task was cancelled.
  public static let cancelled = Self(rawValue: "cancelled")

  /// The checkpoint couldn't save the run. Nothing was sent.
  public static let checkpointFailed = Self(rawValue: "checkpointFailed")
  /// The checkpoint decided not to wait; see ``WorkflowError/parked``.
  public static let parked = Self(rawValue: "parked")
  /// The saved run is one of another workflow or another plan. Nothing was sent.
  public static let savedRunRejected = Self(rawValue: "savedRunRejected")

  /// Whether the error fails the step, so that its failure actions apply (rule A7). Any other error
  /// ends the workflow.
  package var isStepFailure: Bool {
    switch self {
    case .missingValue, .invalidInput, .invalidRequest, .missingCredential, .unknownServer,
      .pollingLimitReached, .callDepthExceeded, .deadlineExceeded, .cancelled, .checkpointFailed,
      .parked, .savedRunRejected:
      false
    default: true
    }
  }
}
