/// Something that happened in a workflow.
///
/// Events hold no header, no query, no body and no input (rule H8), and no description shows more.
/// What carries data is there on purpose: the state, to be saved, and what a stream sends.
public struct WorkflowEvent: Sendable {
  /// The workflow's identifier in its document.
  public let workflow: String
  /// What happened.
  public let kind: Kind

  /// What happened. More kinds may come: a `switch` wants a `default`.
  public enum Kind: Sendable {
    /// The workflow goes to a state: running it again from there resumes it.
    ///
    /// Told of before the step sends anything, and before a wait that comes first.
    case entered(state: any WorkflowState)
    /// A step begins.
    case started(step: String)
    /// A step sends its request; `path` is the template, with no value in it.
    case requesting(step: String, method: String, path: String)
    /// A redirect is followed.
    case redirected(step: String, statusCode: Int, toAnotherOrigin: Bool)
    /// A stream of events has sent one more; the response is not complete yet.
    case received(step: String, event: ServerEvent)
    /// The response of a step has arrived as a whole.
    case responded(step: String, statusCode: Int, duration: Duration)
    /// A success criterion of a step was looked at.
    case checked(step: String, criterion: String, holds: Bool)
    /// A step has succeeded: its criteria hold and it has its outputs.
    case finished(step: String)
    /// A step has failed; its failure actions come next.
    case failed(step: String, WorkflowError)
    /// The criteria of an action of a step were looked at: whether all of them hold.
    case considered(step: String, action: String, holds: Bool)
    /// An action of a step is taken: the first one whose criteria all hold.
    case acting(step: String, action: String)
    /// The workflow waits before it goes to `step`.
    case waiting(step: String, duration: Duration, reason: WaitReason)
  }

  /// Why a workflow waits.
  public enum WaitReason: String, Sendable {
    /// The server said when to come back.
    case retryAfter
    /// A loop asks again by the client's polling policy.
    case polling
    /// A failed step is tried again after the delay that the document names.
    case retrying
  }
}

extension WorkflowEvent.Kind {
  /// The step that it is about; `nil` for a state.
  public var step: String? {
    switch self {
    case .entered: nil
    case .started(let step), .requesting(let step, _, _), .redirected(let step, _, _),
      .received(let step, _), .responded(let step, _, _), .checked(let step, _, _),
      .finished(let step), .failed(let step, _), .considered(let step, _, _), .acting(let step, _),
      .waiting(let step, _, _):
      step
    }
  }
}

extension WorkflowEvent: CustomStringConvertible, CustomReflectable {
  /// The event in a line, without the data of a state or a stream.
  public var description: String { "workflow '\(workflow)': " + kind.description }
  /// What `dump` shows: the same line.
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
    case .considered(_, let action, let holds):
      "\(holds ? "meets" : "does not meet") the criteria of the action '\(action)'"
    case .acting(_, let action): "takes the action '\(action)'"
    case .waiting(_, let duration, let reason):
      "comes next, after a wait of \(duration) (\(reason.rawValue))"
    }
  }
}
