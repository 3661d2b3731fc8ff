import ArazzoRuntime
import Foundation

/// What a tool returns: how the workflow ended, as `{"ending": "<name>", "outputs": {…}}`.
@_spi(Generated) public struct MCPResult: Sendable {
  let content: JSONValue
  /// The error, if the workflow ended with a failure.
  let error: WorkflowError?

  /// The result of a workflow with several endings.
  public init(_ outcome: some WorkflowOutcome) throws {
    error = outcome.workflowError
    var content = try JSONValue(hidingSecretsOf: outcome)
    if let error, case .object(var members) = content {
      members["error"] = MCPToolError(error).content
      content = .object(members)
    }
    self.content = content
  }

  /// The result of a workflow with one ending.
  public init(ending: String, outputs: some Encodable) throws {
    error = nil
    content = ["ending": .string(ending), "outputs": try JSONValue(hidingSecretsOf: outputs)]
  }

  /// The result of a workflow with one ending and without outputs.
  public init(ending: String) {
    error = nil
    content = ["ending": .string(ending)]
  }
}

extension JSONValue {
  /// The value as JSON, with a placeholder for each secret.
  ///
  /// - Throws: ``MCPToolError`` without the value that can't be encoded.
  fileprivate init(hidingSecretsOf value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    SecretEncoding.masked.add(to: &encoder.userInfo)
    do {
      self = try JSONValue(parsing: Array(encoder.encode(value)))
    } catch EncodingError.invalidValue(_, let context) {
      throw MCPToolError.internalError(
        "the outputs can't be encoded as JSON: " + context.debugDescription)
    }
  }
}

/// An error that the model sees as the result of its call.
struct MCPToolError: Error, Sendable {
  let code: String
  var message: String
  private var step: String?
  private var statusCode: Int?

  init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  /// The error of a workflow, whose texts hold no secret of the run.
  init(_ error: WorkflowError) {
    self.init(code: error.code.rawValue, message: error.description)
    step = error.step
    statusCode = error.statusCode
  }

  static func invalidInput(_ message: String) -> MCPToolError {
    MCPToolError(code: WorkflowError.Code.invalidInput.rawValue, message: message)
  }

  static func internalError(_ message: String) -> MCPToolError {
    MCPToolError(code: "internalError", message: message)
  }

  var text: String { "\(code): \(message)" }

  var content: JSONValue {
    [
      "code": .string(code), "message": .string(message), "step": step.map(JSONValue.string),
      "statusCode": statusCode.map { .number(JSONNumber($0)) },
    ]
  }
}
