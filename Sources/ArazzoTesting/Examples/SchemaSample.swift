import ArazzoRuntime

/// Makes up a value that a schema describes, the same one each time.
struct SchemaSample {
  let examples: OpenAPIExamples

  /// Deeper parts are left out: a schema may hold itself.
  private static let depthLimit = 8

  func value(of schema: JSONValue, depth: Int) -> JSONValue {
    guard depth < Self.depthLimit, let schema = examples.resolved(schema) else { return .null }
    if let value = given(schema) { return value }
    if case .array(let parts)? = schema["allOf"] { return merged([schema] + parts, depth) }
    for key in ["oneOf", "anyOf"] {
      if case .array(let parts)? = schema[key], let first = parts.first {
        return value(of: first, depth: depth + 1)
      }
    }
    return made(schema, depth)
  }

  /// What the schema itself says.
  private func given(_ schema: JSONValue) -> JSONValue? {
    schema["example"] ?? schema["const"] ?? schema["examples"]?[0] ?? schema["default"]
      ?? schema["enum"]?[0]
  }

  private func merged(_ parts: [JSONValue], _ depth: Int) -> JSONValue {
    var object = JSONObject()
    for part in parts {
      guard let part = examples.resolved(part) else { continue }
      let value =
        part["allOf"] == nil
        ? self.value(of: part, depth: depth + 1) : made(part, depth)
      if case .object(let members) = value {
        for member in members { object[member.name] = member.value }
      }
    }
    return .object(object)
  }

  private func made(_ schema: JSONValue, _ depth: Int) -> JSONValue {
    switch type(of: schema) {
    case "object":
      var object = JSONObject()
      if case .object(let properties)? = schema["properties"] {
        for (name, property) in properties {
          object[name] = value(of: property, depth: depth + 1)
        }
      }
      return .object(object)
    case "array": return .array(schema["items"].map { [value(of: $0, depth: depth + 1)] } ?? [])
    case "string": return .string(schema["format"].map { Self.text(format: $0.text) } ?? "text")
    case "integer", "number": return schema["minimum"] ?? 1
    case "boolean": return true
    default: return .null
    }
  }

  private func type(of schema: JSONValue) -> String {
    if case .array(let types)? = schema["type"] {
      return types.map(\.text).first { $0 != "null" } ?? "null"
    }
    return schema["type"]?.text ?? (schema["properties"] == nil ? "" : "object")
  }

  private static func text(format: String) -> String {
    switch format {
    case "date-time": "2026-01-01T00:00:00Z"
    case "date": "2026-01-01"
    case "uuid": "00000000-0000-4000-8000-000000000000"
    case "uri", "url": "https://example.com"
    case "email": "someone@example.com"
    default: "text"
    }
  }
}
