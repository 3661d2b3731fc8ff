public import ArazzoRuntime

/// A workflow as a tool of an ``MCPServer``. Generated code declares one for each workflow.
public struct MCPTool: Sendable {
  /// The name: 1 to 64 letters, digits, `_` and `-`.
  public let name: String
  /// The summary of the workflow.
  public let title: String?
  /// The description of the workflow.
  public let description: String?
  /// The JSON Schema of the arguments: the inputs of the workflow without its secrets.
  public let inputSchema: JSONValue
  /// The JSON Schema of the result: how the workflow ended, with the outputs known at that ending.
  public let outputSchema: JSONValue
  /// The inputs that come from the environment of the server.
  public let secrets: [MCPSecretInput]

  /// The arguments that hold the inputs of the workflows that run first.
  let dependencies: [String]
  let run: @Sendable (MCPArguments, WorkflowClient) async throws -> MCPResult

  /// Creates a tool.
  ///
  /// - Parameters:
  ///   - dependencies: The arguments that hold the inputs of the workflows that run first.
  ///   - run: Runs the workflow. The client has an observer for the progress.
  @_spi(Generated) public init(
    _ name: String, title: String? = nil, description: String? = nil, input: JSONValue,
    output: JSONValue, dependencies: [String] = [], secrets: [MCPSecretInput] = [],
    run: @escaping @Sendable (MCPArguments, WorkflowClient) async throws -> MCPResult
  ) {
    self.name = name
    self.title = title
    self.description = description
    inputSchema = input
    outputSchema = output
    self.dependencies = dependencies
    self.secrets = secrets
    self.run = run
  }

  /// The tool as `tools/list` shows it.
  var listing: JSONValue {
    [
      "name": .string(name), "title": title.map(JSONValue.string),
      "description": description.map(JSONValue.string), "inputSchema": inputSchema,
      "outputSchema": outputSchema,
    ]
  }
}

/// An input that a tool reads from an environment variable, because it is a secret.
public struct MCPSecretInput: Sendable, Hashable {
  /// The name of the input, preceded by the names of the objects that contain it.
  public let path: [String]
  /// The environment variable.
  public let variable: String
  /// Whether the workflow can't run without it, if the objects that contain it are there.
  public let isRequired: Bool
  /// Whether the variable contains JSON: for an array or an object with secrets in it.
  public let isJSON: Bool

  /// Creates the description of a secret input.
  @_spi(Generated) public init(
    _ path: [String], from variable: String, isRequired: Bool = false, isJSON: Bool = false
  ) {
    self.path = path
    self.variable = variable
    self.isRequired = isRequired
    self.isJSON = isJSON
  }
}

/// A credential that a server reads from an environment variable.
public struct MCPCredential: Sendable, Hashable {
  /// The security scheme of the operations that require the credential.
  public let scheme: SecurityScheme
  /// The environment variable. For a user name and a password it contains `USER:PASSWORD`.
  public let variable: String

  /// Creates the description of a credential.
  @_spi(Generated) public init(_ scheme: SecurityScheme, from variable: String) {
    self.scheme = scheme
    self.variable = variable
  }

  /// The credential for the text in the variable.
  func credential(_ text: String) -> APICredential {
    switch scheme.kind {
    case .bearer: .bearer(Secret(text))
    case .apiKey: .apiKey(Secret(text))
    case .basic: .basic(user: Self.parts(text).user, password: Secret(Self.parts(text).password))
    }
  }

  /// The parts of `USER:PASSWORD`.
  static func parts(_ text: String) -> (user: String, password: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.dropFirst().joined())
  }
}
