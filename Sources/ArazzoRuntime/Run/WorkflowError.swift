import Foundation

/// Why a workflow did not come to an end that its document names.
///
/// The description names workflow, step, operation, method, server and path template, status, reason
/// and what the server says of it, and never a header, a query, an input or a secret (rule H8);
/// ``response`` is there for whoever needs more.
public struct WorkflowError: Error, Sendable {
  /// What kind of error it is.
  public let code: Code
  /// The workflow's identifier in its document.
  public let workflow: String
  /// The step's identifier, where the error belongs to a step.
  public let step: String?
  /// The operation's identifier, where it has one.
  public let operation: String?
  /// The method of the step's request.
  public let method: String?
  /// The path template of the step's request.
  public let path: String?
  /// Scheme, authority and path prefix of the server that the request was for.
  public let server: String?
  /// The success criterion that did not hold, as the document has it.
  public internal(set) var criterion: String?
  /// What went wrong, in words.
  public let reason: String
  /// The problem details that the server sent (RFC 9457).
  public let problem: ProblemDetails?
  /// What the server says: its problem details, else the start of a textual body of a response with
  /// a status of 400 or more. Secrets are masked.
  public let answer: String?
  /// The response that the step received, where it received one as a whole.
  public let response: StepResponse?
  /// The state that the workflow was in: running it from there tries the step again.
  public let state: (any WorkflowState)?
  /// The error of the transport or the decoder that caused this one. It may show what this one hides.
  public let underlying: (any Error)?
  /// How deep among the calls the workflow is whose step took too long: no action of one that it
  /// called answers that.
  var expiredDepth: Int?

  /// The status that the step received.
  public var statusCode: Int? { response?.statusCode }

  init(
    _ context: StepContext, _ code: Code, _ reason: String, response: StepResponse?,
    underlying: (any Error)?
  ) {
    self.code = code
    workflow = context.workflow
    step = context.step
    operation = context.operation
    method = context.method
    path = context.path
    server = context.server
    let answer = ServerAnswer(response, hiding: context.secrets)
    problem = answer?.problem
    self.answer = problem?.text.map(ServerAnswer.shortened) ?? answer?.text
    self.reason = reason
    self.response = response
    state = context.state
    self.underlying = underlying
  }
}

extension WorkflowError {
  /// The error of a caller that wants the outputs of an ending that wasn't reached.
  static func otherEnding(_ ending: String, of workflow: String) -> WorkflowError {
    StepContext(workflow: workflow).error(
      .otherEnding,
      "it ended as '\(ending)', without the outputs asked for; switch over the outcome to handle that "
        + "ending")
  }
}

extension WorkflowError: Hashable {
  /// Two errors are equal when they say the same.
  public static func == (one: WorkflowError, other: WorkflowError) -> Bool {
    one.code == other.code && one.description == other.description
  }

  /// Hashes what the error says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(description)
  }
}

extension WorkflowError: CustomStringConvertible, LocalizedError, CustomReflectable {
  /// The error in one paragraph.
  public var description: String {
    var place = "workflow '\(workflow)'"
    if let step { place += ", step '\(step)'" }
    let url = path.map { (server ?? "") + $0.prefix { $0 != "?" } }
    let request = [method, url].compactMap(\.self)
    let target = [operation, request.isEmpty ? nil : request.joined(separator: " ")]
    let known = target.compactMap(\.self)
    if !known.isEmpty { place += " (\(known.joined(separator: ", ")))" }
    let status = statusCode.map { "status \($0)" }
    let words = answer.map { "the server says: \($0)" }
    return [place, status, reason, words].compactMap(\.self).joined(separator: ": ")
  }

  /// The same as ``description``.
  public var errorDescription: String? { description }

  /// What `dump` shows: no response, no state and no underlying error.
  public var customMirror: Mirror {
    Mirror(self, children: ["code": code.rawValue, "description": description])
  }
}
