public import ArazzoRuntime
import Foundation

/// A server of the Model Context Protocol whose tools are workflows.
///
/// ```swift
/// let server = MCPServer(
///   name: "shop", version: "1.0.0", tools: CheckoutTools.all,
///   credentials: CheckoutTools.credentials)
/// await server.serve()
/// ```
///
/// The server speaks the revisions 2025-06-18, 2025-11-25 and 2026-07-28 of the protocol over
/// standard input and output. Calls run at the same time. Secrets and credentials come from the
/// environment; no message shows one.
public struct MCPServer: Sendable {
  /// The name that clients show.
  public let name: String
  /// The version of the server.
  public let version: String
  /// The tools, in the order in which clients list them.
  public let tools: [MCPTool]

  let environment: MCPEnvironment
  /// The names that several of the given tools have, each once.
  let repeatedNames: [String]
  private let credentials: [MCPCredential]
  private let client: WorkflowClient

  /// The maximum size of a message from the client, in bytes.
  static let maximumMessageSize = 16 * 1024 * 1024

  /// Creates a server.
  ///
  /// - Parameters:
  ///   - name: The name that clients show.
  ///   - version: The version of the server.
  ///   - tools: The tools. Of tools with the same name the first is used.
  ///   - credentials: The credentials to read from the environment.
  ///   - client: The client of all workflows. Credentials that the environment lacks are its own.
  ///   - environment: The environment variables.
  public init(
    name: String, version: String, tools: [MCPTool], credentials: [MCPCredential] = [],
    client: WorkflowClient = WorkflowClient(),
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.name = name
    self.version = version
    var names: Set<String> = []
    var repeated: [String] = []
    self.tools = tools.filter { tool in
      let isFirst = names.insert(tool.name).inserted
      if !isFirst, !repeated.contains(tool.name) { repeated.append(tool.name) }
      return isFirst
    }
    repeatedNames = repeated
    self.credentials = credentials
    self.environment = MCPEnvironment(environment, tools: tools, credentials: credentials)
    var client = client
    for credential in credentials {
      guard let text = self.environment[credential.variable] else { continue }
      client.credentials[credential.scheme] = credential.credential(text)
    }
    self.client = client
  }

  func tool(_ name: String) -> MCPTool? { tools.first { $0.name == name } }

  var information: JSONValue { ["name": .string(name), "version": .string(version)] }

  var capabilities: JSONValue { ["tools": [:]] }

  var listing: JSONValue { ["tools": .array(tools.map(\.listing))] }

  var discovery: JSONValue {
    ["supportedVersions": MCPVersion.supported, "capabilities": capabilities]
  }

  /// The environment variables that are not set, and what is read from each.
  var missingVariables: [String] {
    var variables: Set<String> = []
    let inputs = tools.flatMap { tool in
      tool.secrets.filter { secret in
        secret.isRequired && environment[secret.variable] == nil
          && variables.insert(secret.variable).inserted
      }.map {
        "\($0.variable) (the input '\($0.path.joined(separator: "."))' of '\(tool.name)')"
      }
    }
    let schemes = credentials.filter { environment[$0.variable] == nil }.map {
      "\($0.variable) (the credential for '\($0.scheme.name)')"
    }
    return inputs + schemes
  }
}

extension MCPServer {
  /// Runs a tool. Errors are results too, so that the model sees them.
  func run(
    _ tool: MCPTool, _ arguments: JSONObject, observer: some WorkflowObserver
  ) async -> JSONValue {
    var client = client
    client.observer = client.observer.map { CombinedObserver($0, observer) } ?? observer
    do {
      let arguments = try MCPArguments(arguments, for: tool, environment)
      return result(try await tool.run(arguments, client), of: tool)
    } catch let error as WorkflowError {
      return result(MCPToolError(error))
    } catch let error as MCPToolError {
      return result(error)
    } catch {
      // Its own text can hold anything that the workflow received.
      let message = "the workflow failed with an error of the type '\(type(of: error))'"
      return result(.internalError(message))
    }
  }

  private func result(_ result: MCPResult, of tool: MCPTool) -> JSONValue {
    let schema = MCPOutputSchema(tool.outputSchema)
    let content = environment.masked(schema.redacted(result.content))
    guard let structured = schema.conforming(content) else {
      let error = MCPToolError.internalError("the result doesn't conform to the output schema")
      return Self.result(
        "\(error.text)\n\(content)", ["error": error.content], isError: true)
    }
    return Self.result(content.description, structured, isError: result.error != nil)
  }

  private func result(_ error: MCPToolError) -> JSONValue {
    var error = error
    error.message = environment.masked(error.message)
    return Self.result(error.text, ["error": error.content], isError: true)
  }

  private static func result(
    _ text: String, _ structured: JSONValue, isError: Bool
  ) -> JSONValue {
    [
      "content": [["type": "text", "text": .string(text)]], "structuredContent": structured,
      "isError": .bool(isError),
    ]
  }
}
