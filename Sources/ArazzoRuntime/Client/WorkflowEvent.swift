/// An event of a running workflow.
///
/// Three kinds of events carry data: the state, so that it can be saved, the events of a stream, and
/// the error of a failed step. The descriptions of events contain no header field, query, input or
/// secret (rule H8). Of a body they contain at most the scalars that a failed criterion compared.
public struct WorkflowEvent: Sendable {
  /// The identifier of the workflow in its document.
  public let workflow: String
  /// What happened.
  public let kind: Kind
  /// How many calls led to the workflow, which tells apart the runs of one that calls itself.
  package let depth: Int

  /// What happened. Later versions can add cases, so a `switch` needs a `default`.
  public enum Kind: Sendable {
    /// The workflow enters a state. Running the workflow from this state resumes it.
    ///
    /// It precedes the request of the step, and the wait before the step if there is one.
    case entered(state: any WorkflowState)
    /// A step starts.
    case started(step: String)
    /// A step sends its request. `path` is the path template, without values.
    case requesting(step: String, method: String, path: String)
    /// A redirect is followed.
    case redirected(step: String, statusCode: Int, toAnotherOrigin: Bool)
    /// An event of an event stream arrived. The response is not complete yet.
    case received(step: String, event: ServerEvent)
    /// The complete response of a step arrived.
    case responded(step: String, statusCode: Int, duration: Duration)
    /// A success criterion was evaluated.
    case checked(step: String, criterion: String, holds: Bool)
    /// A step succeeded: all its criteria hold, and its outputs are set.
    case finished(step: String)
    /// A step failed. Its failure actions follow.
    case failed(step: String, WorkflowError)
    /// The criteria of an action were evaluated. `holds` is true if all of them hold.
    case evaluated(step: String, action: String, holds: Bool)
    /// An action was chosen: the first whose criteria all hold.
    case chosen(step: String, action: String)
    /// The workflow waits before it goes to `step`.
    case waiting(step: String, duration: Duration, reason: WaitReason)
  }

  /// The reason for a wait.
  public enum WaitReason: String, Sendable {
    /// The response has a `Retry-After` header field.
    case retryAfter
    /// The delay of the polling policy.
    case polling
    /// The `retryAfter` of a retry action.
    case retrying
  }
}

extension WorkflowEvent.Kind {
  /// The step of the event; `nil` for a state.
  public var step: String? {
    switch self {
    case .entered: nil
    case .started(let step), .requesting(let step, _, _), .redirected(let step, _, _),
      .received(let step, _), .responded(let step, _, _), .checked(let step, _, _),
      .finished(let step), .failed(let step, _), .evaluated(let step, _, _), .chosen(let step, _),
      .waiting(let step, _, _):
      step
    }
  }
}

extension WorkflowEvent: CustomStringConvertible, CustomReflectable {
  /// The event on one line, without the data of a state or an event stream.
  public var description: String { "workflow '\(workflow)': " + kind.description }
  /// What `dump` shows: the description.
  public var customMirror: Mirror { Mirror(self, children: ["event": description]) }
}

extension WorkflowEvent.Kind: CustomStringConvertible, CustomReflectable {
  /// What happened in a few words, without the data of a state or an event stream.
  public var description: String {
    switch self {
    case .entered: "entered a state"
    case .waiting(let step, let duration, let reason):
      "waiting \(duration.inWords) before step '\(step)' (\(reason.rawValue))"
    default: "step '\(step ?? "")'\(words)"
    }
  }

  /// What `dump` shows: the same words.
  public var customMirror: Mirror { Mirror(self, children: ["event": description]) }

  /// What the step did, after its name.
  private var words: String {
    switch self {
    case .started: " started"
    case .requesting(_, let method, let path): ": sending \(method) \(path)"
    case .redirected(_, let status, let elsewhere):
      ": following a redirect (\(status)\(elsewhere ? ", to another origin" : ""))"
    case .received: " received an event of a stream"
    case .responded(_, let status, let duration):
      " received status \(status) after \(duration.inWords)"
    case .checked(_, let criterion, let holds):
      ": criterion \"\(criterion.split(whereSeparator: \.isNewline).joined(separator: " "))\" "
        + (holds ? "holds" : "does not hold")
    case .finished: " succeeded"
    case .failed(_, let error): " failed: \(error.reason)"
    case .evaluated(_, let action, let holds):
      ": the criteria of the action '\(action)' \(holds ? "hold" : "do not hold")"
    case .chosen(_, let action): " chose the action '\(action)'"
    case .entered, .waiting: ""
    }
  }
}
