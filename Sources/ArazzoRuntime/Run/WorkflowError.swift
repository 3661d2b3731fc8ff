import Foundation

/// The error of a workflow that did not reach an ending, or that ended with a failure.
///
/// The description contains the workflow, step, operation, method, server, path template, status,
/// reason and the message of the server. It never contains a header field, query, input or secret
/// (rule H8). Of the body it contains at most the message of the server and the scalars that a
/// failed criterion compared. ``response`` has the rest.
public struct WorkflowError: Error, Sendable {
  /// An existential and no class, so that the error is not passed in registers: Swift 6.3 crashes when
  /// it compiles an array of closures that throw a type which is.
  private let box: any WorkflowErrorBox

  init(_ details: Details) { box = Boxed(details) }

  private var details: Details { box.value }

  /// The kind of error.
  public var code: Code { details.code }
  /// The identifier of the workflow in its document.
  public var workflow: String { details.context.workflow }
  /// The identifier of the step; `nil` if the error belongs to none.
  public var step: String? { details.context.step }
  /// The `operationId` of the operation, if it has one.
  public var operation: String? { details.context.call?.operation }
  /// The HTTP method of the request.
  public var method: String? { details.context.call?.method }
  /// The path template of the request, without values.
  public var path: String? { details.context.call?.path.template }
  /// The scheme, authority and path prefix of the server.
  public var server: String? { details.server }
  /// The success criterion that did not hold, as written in the document.
  public var criterion: String? { details.criterion }
  /// What went wrong, as text.
  public var reason: String { details.reason }
  /// The problem details in the response (RFC 9457).
  public var problem: ProblemDetails? { details.problem }
  /// The message of the server, secrets masked: its problem details, or the first 200 characters of
  /// a textual body if the status code is 400 or more.
  public var serverMessage: String? { details.serverMessage }
  /// The response of the step, if it arrived completely.
  public var response: StepResponse? { details.response }
  /// The state of the workflow. Running the workflow from this state tries the step again.
  public var state: (any WorkflowState)? { details.context.state }
  /// The error of the transport or of a decoder that caused this one. It can contain data that this
  /// error hides.
  public var underlyingError: (any Error)? { details.underlyingError }
  /// The call depth of the workflow whose step exceeded its time limit; no action of a called
  /// workflow handles it.
  var expiredDepth: Int? { details.expiredDepth }

  /// The HTTP status code of the response.
  public var statusCode: Int? { response?.statusCode }
}

private protocol WorkflowErrorBox: Sendable {
  var value: WorkflowError.Details { get }
}

extension Boxed: WorkflowErrorBox where Value == WorkflowError.Details {}

extension WorkflowError {
  /// What an error holds.
  struct Details: Sendable {
    let context: StepContext
    let code: Code
    let reason: String
    let server: String?
    let criterion: String?
    let problem: ProblemDetails?
    let serverMessage: String?
    let response: StepResponse?
    let underlyingError: (any Error)?
    let expiredDepth: Int?

    init(
      _ context: StepContext, _ code: Code, _ reason: String, response: StepResponse?,
      underlyingError: (any Error)?, criterion: String?, expiredDepth: Int?
    ) {
      self.context = context
      self.code = code
      self.reason = reason
      server = context.server
      self.criterion = criterion
      let answer = ServerAnswer(response, hiding: context.secrets)
      problem = answer?.problem
      serverMessage = problem?.text.map(SecretTexts.shortened) ?? answer?.text
      self.response = response
      self.underlyingError = underlyingError
      self.expiredDepth = expiredDepth
    }
  }
}

extension WorkflowError {
  /// The error of a caller that needs the outputs of an ending that was not reached.
  static func otherEnding(_ ending: String, of workflow: String) -> WorkflowError {
    StepContext(workflow: workflow).error(
      .otherEnding,
      "it ended with '\(ending)', which doesn't have these outputs; to handle that ending, use a "
        + "switch over the outcome")
  }
}

extension WorkflowError: Hashable {
  /// Two errors are equal if they have the same code and description.
  public static func == (one: WorkflowError, other: WorkflowError) -> Bool {
    one.code == other.code && one.description == other.description
  }

  /// Hashes the code and the description.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(description)
  }
}

extension WorkflowError: CustomStringConvertible, LocalizedError, CustomReflectable {
  /// The error on one line.
  public var description: String {
    var place = "workflow '\(workflow)'"
    if let step { place += ", step '\(step)'" }
    let url = path.map { (server ?? "") + $0.prefix { $0 != "?" } }
    let request = [method, url].compactMap(\.self)
    let target = [operation, request.isEmpty ? nil : request.joined(separator: " ")]
    let known = target.compactMap(\.self)
    if !known.isEmpty { place += " (\(known.joined(separator: ", ")))" }
    let status = statusCode.map { "status \($0)" }
    let words = serverMessage.map { ". The server's message: \($0)" } ?? ""
    return [place, status, reason].compactMap(\.self).joined(separator: ": ") + words
  }

  /// The same as ``description``.
  public var errorDescription: String? { description }

  /// What `dump` shows: the code and the description.
  public var customMirror: Mirror {
    Mirror(self, children: ["code": code.rawValue, "description": description])
  }
}
