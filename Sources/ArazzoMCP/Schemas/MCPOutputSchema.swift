import ArazzoRuntime

/// The JSON Schema of a result, to send what conforms to it and no secret.
///
/// Outputs that the workflow read with a type conform. An object of a response is passed on as it
/// was received, and servers deviate from their descriptions: a member that doesn't conform is left
/// out of the structured content. Only the keywords of generated schemas are known.
struct MCPOutputSchema: Sendable {
  private let root: JSONValue
  private static let maximumDepth = 128

  init(_ root: JSONValue) { self.root = root }

  /// The value with a placeholder for each string that the schema declares a secret.
  func redacted(_ value: JSONValue) -> JSONValue { redacted(value, root, 0) }

  /// The largest part of the value that conforms; `nil` if a required part doesn't.
  func conforming(_ value: JSONValue) -> JSONValue? { conforming(value, root, 0) }

  private func resolved(_ schema: JSONValue) -> JSONValue {
    guard case .string(let reference)? = schema["$ref"],
      let pointer = JSONPointer(
        String(reference.drop { $0 == "#" }))
    else { return schema }
    return root.value(at: pointer) ?? [:]
  }

  private func redacted(_ value: JSONValue, _ schema: JSONValue, _ depth: Int) -> JSONValue {
    let schema = resolved(schema)
    if depth > Self.maximumDepth { return .null }
    if schema["const"] == .string(Secret.placeholder), value != .null {
      return .string(Secret.placeholder)
    }
    var value = value
    for alternative in schema["anyOf"].elements {
      value = redacted(value, alternative, depth + 1)
    }
    switch value {
    case .object(let members):
      return .object(
        JSONObject(
          members.map { name, member in
            let inner = schema["properties"]?[name] ?? schema["additionalProperties"]
            return (name, inner.map { redacted(member, $0, depth + 1) } ?? member)
          }))
    case .array(let elements):
      guard let items = schema["items"] else { return value }
      return .array(elements.map { redacted($0, items, depth + 1) })
    case .null, .bool, .number, .string: return value
    }
  }

  private func conforming(_ value: JSONValue, _ schema: JSONValue, _ depth: Int) -> JSONValue? {
    let schema = resolved(schema)
    guard depth <= Self.maximumDepth, hasType(value, schema["type"]) else { return nil }
    if let constant = schema["const"], constant != value { return nil }
    if case .array(let values)? = schema["enum"], !values.contains(value) { return nil }
    var value = value
    if case .array(let alternatives)? = schema["anyOf"] {
      let parts = alternatives.compactMap { conforming(value, $0, depth + 1) }
      guard let first = parts.first else { return nil }
      value = parts.contains(value) ? value : first
    }
    switch value {
    case .object(let members): return conforming(members, schema, depth)
    case .array(let elements):
      guard let items = schema["items"] else { return value }
      let kept = elements.compactMap { conforming($0, items, depth + 1) }
      return kept.count == elements.count ? .array(kept) : nil
    case .null, .bool, .number, .string: return value
    }
  }

  private func conforming(_ members: JSONObject, _ schema: JSONValue, _ depth: Int) -> JSONValue? {
    var kept = JSONObject()
    for (name, member) in members {
      let inner = schema["properties"]?[name] ?? schema["additionalProperties"]
      kept[name] = inner.map { conforming(member, $0, depth + 1) } ?? member
    }
    let isComplete = schema["required"].elements.allSatisfy { name in
      if case .string(let name) = name { kept[name] != nil } else { true }
    }
    return isComplete ? .object(kept) : nil
  }

  private func hasType(_ value: JSONValue, _ type: JSONValue?) -> Bool {
    switch type {
    case .string("integer")?:
      if case .number(let number) = value {
        number.double.rounded() == number.double
      } else {
        false
      }
    case .string(let name)?: value.typeName == name
    default: true
    }
  }
}

extension JSONValue {
  /// The name of the type in JSON Schema.
  fileprivate var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

extension JSONValue? {
  /// The elements of an array; none for anything else.
  fileprivate var elements: [JSONValue] {
    if case .array(let elements)? = self { elements } else { [] }
  }
}
