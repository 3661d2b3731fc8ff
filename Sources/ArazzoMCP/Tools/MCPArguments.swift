import ArazzoRuntime
import Foundation

/// The arguments of a call with the secrets of the environment, for generated code to decode.
@_spi(Generated) public struct MCPArguments: Sendable {
  private let members: JSONObject
  private let schema: JSONValue

  /// Adds the secrets to what the client sent.
  ///
  /// - Throws: ``MCPToolError`` for an argument that the tool doesn't have, for a secret among the
  ///   arguments, and for a required secret that the environment lacks.
  init(_ given: JSONObject, for tool: MCPTool, _ environment: MCPEnvironment) throws(MCPToolError) {
    schema = tool.inputSchema
    for secret in tool.secrets where JSONValue.object(given).value(at: secret.path[...]) != nil {
      throw MCPToolError.invalidInput(
        "'\(secret.path.joined(separator: "."))' is a secret and no argument of this tool; the "
          + "server reads it from the environment variable \(secret.variable)")
    }
    try Self.checkNames(.object(given), schema)
    var arguments = given
    for name in tool.dependencies {
      try Self.checkNames(given[name], schema["properties"]?[name], inside: name + ".")
      arguments[name] = given[name] ?? [:]
    }
    members = try Self.adding(tool.secrets, to: .object(arguments), environment)
  }

  /// Adds each secret whose object is there.
  private static func adding(
    _ secrets: [MCPSecretInput], to arguments: JSONValue, _ environment: MCPEnvironment
  ) throws(MCPToolError) -> JSONObject {
    var arguments = arguments
    for secret in secrets {
      guard arguments.value(at: secret.path.dropLast()[...])?.isObject == true else { continue }
      if let value = try environment.value(of: secret) {
        arguments.set(value, at: secret.path[...])
      }
    }
    return if case .object(let members) = arguments { members } else { [:] }
  }

  /// Refuses a member that the schema of an object doesn't have.
  private static func checkNames(
    _ given: JSONValue?, _ schema: JSONValue?, inside prefix: String = ""
  ) throws(MCPToolError) {
    guard case .object(let given)? = given else { return }
    let properties = schema?["properties"]
    for name in given.names where properties?[name] == nil {
      guard case .object(let known)? = properties, !known.isEmpty else {
        let owner = prefix.isEmpty ? "this tool" : "'\(prefix.dropLast())'"
        throw .invalidInput("there is no argument '\(prefix)\(name)': \(owner) has none")
      }
      throw .invalidInput(
        "there is no argument '\(prefix)\(name)'; the arguments are: "
          + known.names.map { prefix + $0 }.joined(separator: ", "))
    }
  }

  /// The inputs of the workflow, without those of the workflows that run before it.
  public func decoded<Inputs: Decodable>() throws -> Inputs {
    try decoded(.object(members), inside: [])
  }

  /// The inputs of a workflow that runs first, which are the members of one argument.
  public func decoded<Inputs: Decodable>(_ name: String) throws -> Inputs {
    try decoded(members[name] ?? [:], inside: [name])
  }

  private func decoded<Inputs: Decodable>(
    _ value: JSONValue, inside path: [String]
  ) throws -> Inputs {
    do {
      return try JSONDecoder().decode(Inputs.self, from: Data(value.serialized()))
    } catch let error as DecodingError {
      throw MCPToolError.invalidInput(MCPArgumentProblem(error, inside: path, schema).text)
    }
  }
}

/// What is wrong with an argument and where, without its value.
struct MCPArgumentProblem {
  let text: String

  init(_ error: DecodingError, inside outer: [String], _ schema: JSONValue) {
    let place = error.place(inside: outer)
    guard case .dataCorrupted(let context) = error else {
      text = "'\(place)' \(error.problem)"
      return
    }
    let values = Self.values(at: outer + context.codingPath.map(\.stringValue), schema)
    text =
      place.isEmpty
      ? "the arguments can't be read"
      : "'\(place)' " + (values.map { "must be one of \($0)" } ?? error.problem)
  }

  /// The values that the schema lists for an argument.
  private static func values(at path: [String], _ schema: JSONValue) -> String? {
    let schema = path.reduce(schema) { $0["properties"]?[$1] ?? $0["items"] ?? [:] }
    guard case .array(let values)? = schema["enum"] else { return nil }
    return values.map(\.description).joined(separator: ", ")
  }
}

extension JSONValue {
  var isObject: Bool { if case .object = self { true } else { false } }

  /// The value inside nested objects.
  func value(at path: ArraySlice<String>) -> JSONValue? {
    guard let name = path.first else { return self }
    return self[name]?.value(at: path.dropFirst())
  }

  /// Sets a member inside nested objects that are there.
  mutating func set(_ value: JSONValue, at path: ArraySlice<String>) {
    guard case .object(var object) = self, let name = path.first else { return }
    if path.count == 1 {
      object[name] = value
    } else if var inner = object[name] {
      inner.set(value, at: path.dropFirst())
      object[name] = inner
    }
    self = .object(object)
  }
}
