/// Is told what a workflow does while it runs: for logs, for progress, for saving its state.
public protocol WorkflowObserver: Sendable {
  /// Called in the order of events, before the workflow goes on; return quickly.
  func observe(_ event: WorkflowEvent)
}

/// Something that happened in a workflow.
///
/// Events hold no header, no query, no body and no input (rule H8). The exception is the state
/// itself, which carries the outputs that later steps read; it is there to be saved.
public struct WorkflowEvent: Sendable {
  /// The workflow's identifier in its document.
  public let workflow: String
  /// What happened.
  public let kind: Kind

  /// What happened. More kinds may come: a `switch` wants a `default`.
  public enum Kind: Sendable {
    /// The workflow is about to run a step; running it again from this state resumes it here.
    case entered(state: any Codable & Sendable)
    /// A step sends its request; `path` is the template, with no value in it.
    case requesting(step: String, method: String, path: String)
    /// The response of a step has arrived as a whole.
    case responded(step: String, statusCode: Int, duration: Duration)
    /// A redirect is followed.
    case redirected(step: String, statusCode: Int, toAnotherOrigin: Bool)
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

extension WorkflowEvent: CustomStringConvertible {
  /// The event in a line, without the data of a state.
  public var description: String {
    "workflow '\(workflow)': " + kind.description
  }
}

extension WorkflowEvent.Kind: CustomStringConvertible {
  /// What happened in a few words, without the data of a state.
  public var description: String {
    switch self {
    case .entered: "enters its next state"
    case .requesting(let step, let method, let path): "step '\(step)' sends \(method) \(path)"
    case .responded(let step, let status, let duration):
      "step '\(step)' received status \(status) after \(duration)"
    case .redirected(let step, let status, let elsewhere):
      "step '\(step)' follows a redirect (\(status)\(elsewhere ? ", to another origin" : ""))"
    case .waiting(let step, let duration, let reason):
      "waits \(duration) before step '\(step)' (\(reason.rawValue))"
    }
  }
}
