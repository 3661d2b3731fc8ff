extension WorkflowError {
  /// What kind of error it is; more kinds may come.
  public struct Code: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The name of the kind, as the static member has it.
    public let rawValue: String

    /// The kind of that name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name of the kind.
    public var description: String { rawValue }
  }
}

extension WorkflowError.Code {
  /// A success criterion of a step did not hold.
  public static let criterionFailed = Self(rawValue: "criterionFailed")
  /// A value that a request can't do without is missing; nothing was sent.
  public static let missingValue = Self(rawValue: "missingValue")
  /// An input is not what the document admits; nothing was sent.
  public static let invalidInput = Self(rawValue: "invalidInput")
  /// A request can't be written as HTTP wants it; nothing was sent.
  public static let invalidRequest = Self(rawValue: "invalidRequest")
  /// The client has no credential that the operation asks for; nothing was sent.
  public static let missingCredential = Self(rawValue: "missingCredential")
  /// Where to send a request is not known; nothing was sent.
  public static let serverUnknown = Self(rawValue: "serverUnknown")
  /// No complete response came: refused, reset, timed out, cut short.
  public static let transport = Self(rawValue: "transport")
  /// A step took longer than its document lets it, or a request longer than the client does.
  public static let timedOut = Self(rawValue: "timedOut")
  /// The workflow took longer than its client lets it.
  public static let deadlineReached = Self(rawValue: "deadlineReached")
  /// The response's body is larger than the client reads.
  public static let responseTooLarge = Self(rawValue: "responseTooLarge")
  /// The response lacks what the step needs, or has it in another type than promised.
  public static let unexpectedValue = Self(rawValue: "unexpectedValue")
  /// A loop or a wait went past the client's polling policy.
  public static let pollingBoundReached = Self(rawValue: "pollingBoundReached")
  /// The workflow ended in another way than the caller asked for; see ``WorkflowOutcome/outputs``.
  public static let otherEnding = Self(rawValue: "otherEnding")
  /// Workflows that call each other did not come to an end.
  public static let callsTooDeep = Self(rawValue: "callsTooDeep")
  /// The task was cancelled.
  public static let cancelled = Self(rawValue: "cancelled")

  /// Whether it makes the step fail, so that its failure actions are asked (rule A7); anything else
  /// ends the workflow.
  package var isStepFailure: Bool {
    switch self {
    case .missingValue, .invalidInput, .invalidRequest, .missingCredential, .serverUnknown,
      .pollingBoundReached, .callsTooDeep, .deadlineReached, .cancelled:
      false
    default: true
    }
  }
}
