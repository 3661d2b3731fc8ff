import ArazzoRuntime

/// The environment variables that hold the secrets of a server.
struct MCPEnvironment: Sendable {
  private let variables: [String: String]
  /// Every secret in the environment, so that no message shows one.
  private let secrets = SecretTexts()

  /// - Parameter variables: An empty variable counts as missing.
  init(_ variables: [String: String], tools: [MCPTool], credentials: [MCPCredential]) {
    self.variables = variables.filter { !$0.value.isEmpty }
    for secret in tools.flatMap(\.secrets) {
      guard let text = self.variables[secret.variable] else { continue }
      secrets.hide(text)
      if secret.isJSON { secrets.hide(try? JSONValue(parsing: text)) }
    }
    for credential in credentials {
      guard let text = self.variables[credential.variable] else { continue }
      secrets.hide(text)
      if credential.scheme.kind == .basic { secrets.hide(MCPCredential.parts(text).password) }
    }
  }

  subscript(variable: String) -> String? { variables[variable] }

  /// The value of a secret input; `nil` for an optional one that is not there.
  func value(of secret: MCPSecretInput) throws(MCPToolError) -> JSONValue? {
    let name = secret.path.joined(separator: ".")
    guard let text = variables[secret.variable] else {
      if !secret.isRequired { return nil }
      throw MCPToolError(
        code: WorkflowError.Code.missingCredential.rawValue,
        message: "the environment variable \(secret.variable) of the server is not set; the input "
          + "'\(name)' is read from it")
    }
    guard secret.isJSON else { return .string(text) }
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw MCPToolError(
        code: WorkflowError.Code.missingCredential.rawValue,
        message: "the environment variable \(secret.variable) of the server is not JSON; the input "
          + "'\(name)' is read from it")
    }
  }

  /// The text with a placeholder wherever it holds a secret.
  func masked(_ text: String) -> String { secrets.masked(text) }

  /// The value with a placeholder wherever a string or the name of a member holds a secret, and for
  /// a number whose digits do.
  func masked(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): .string(masked(text))
    case .array(let elements): .array(elements.map(masked))
    case .object(let members):
      .object(JSONObject(members.map { (masked($0.name), masked($0.value)) }))
    case .number(let number):
      masked(number.description) == number.description ? value : .string(Secret.placeholder)
    case .null, .bool: value
    }
  }
}
