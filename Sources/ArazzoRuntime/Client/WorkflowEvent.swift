/// An event of a running workflow.
///
/// Events contain no header field, query, body or input (rule H8), and no description of an event
/// shows more. Two kinds carry data on purpose: the state, so that it can be saved, and the events
/// of a stream.
public struct WorkflowEvent: Sendable {
  /// The identifier of the workflow in its document.
  public let workflow: String
  /// What happened.
  public let kind: Kind

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
  /// The event on one line, without the data of a state or a stream.
  public var description: String { "workflow '\(workflow)': " + kind.description }
  /// What `dump` shows: the description.
  public var customMirror: Mirror { Mirror(self, children: ["event": description]) }
}

extension WorkflowEvent.Kind: CustomStringConvertible, CustomReflectable {
  /// What happened in a few words, without the data of a state or a stream.
  public var description: String {
    step.map { "step '\($0)' \(words)" } ?? words
  }

  /// What `dump` shows: the same words.
  public var customMirror: Mirror { Mirror(self, children: ["event": description]) }

  private var words: String {
    switch self {
    case .entered: "enters its next state"
    case .started: "begins"
    case .requesting(_, let method, let path): "sends \(method) \(path)"
    case .redirected(_, let status, let elsewhere):
      "follows a redirect (\(status)\(elsewhere ? ", to another origin" : ""))"
    case .received: "received an event of a stream"
    case .responded(_, let status, let duration): "received status \(status) after \(duration)"
    case .checked(_, let criterion, let holds):
      "\(holds ? "meets" : "does not meet") \"\(criterion.split(whereSeparator: \.isNewline).joined(separator: " "))\""
    case .finished: "has succeeded"
    case .failed(_, let error): "has failed: \(error.reason)"
    case .evaluated(_, let action, let holds):
      "\(holds ? "meets" : "does not meet") the criteria of the action '\(action)'"
    case .chosen(_, let action): "takes the action '\(action)'"
    case .waiting(_, let duration, let reason):
      "comes next, after a wait of \(duration) (\(reason.rawValue))"
    }
  }
}
