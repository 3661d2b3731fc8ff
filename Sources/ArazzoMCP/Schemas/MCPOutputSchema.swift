import ArazzoRuntime

/// The JSON Schema of a result, to send what conforms to it and no secret.
///
/// Outputs that the workflow read with a type conform. An object of a response is passed on as it
/// was received, and servers deviate from their descriptions: a member that doesn't conform is left
/// out of the structured content. It checks the keywords of generated output schemas, except for
/// `format` and `contentEncoding`, which are annotations.
struct MCPOutputSchema: Sendable {
  private let root: JSONValue
  private static let maximumDepth = 256

  init(_ root: JSONValue) { self.root = root }

  /// The value with a placeholder for each string that the schema declares a secret.
  func redacted(_ value: JSONValue) -> JSONValue { redacted(value, [root], 0) }

  /// The largest part of the value that conforms; `nil` if a required part doesn't.
  func conforming(_ value: JSONValue) -> JSONValue? { conforming(value, root, 0) }

  private func resolved(_ schema: JSONValue) -> JSONValue {
    guard case .string(let reference)? = schema["$ref"],
      let pointer = JSONPointer(
        String(reference.drop { $0 == "#" }))
    else { return schema }
    return root.value(at: pointer) ?? [:]
  }

  /// The schema of a member of an object.
  private func schemaOfMember(_ name: String, in schema: JSONValue) -> JSONValue? {
    schema["properties"]?[name] ?? schema["additionalProperties"]
  }

  /// The value by all schemas that can apply to it, so that each part is visited once.
  private func redacted(_ value: JSONValue, _ schemas: [JSONValue], _ depth: Int) -> JSONValue {
    if depth > Self.maximumDepth { return .null }
    let schemas = flattened(schemas)
    if value != .null, schemas.contains(where: { $0["const"] == .string(Secret.placeholder) }) {
      return .string(Secret.placeholder)
    }
    switch value {
    case .object(let members):
      return .object(
        JSONObject(
          members.map { name, member in
            let inner = schemas.compactMap { schemaOfMember(name, in: $0) }
            return (name, inner.isEmpty ? member : redacted(member, inner, depth + 1))
          }))
    case .array(let elements):
      let items = schemas.compactMap { $0["items"] }
      return items.isEmpty ? value : .array(elements.map { redacted($0, items, depth + 1) })
    case .null, .bool, .number, .string: return value
    }
  }

  /// The schemas, what they refer to and their alternatives, each definition once.
  private func flattened(_ schemas: [JSONValue]) -> [JSONValue] {
    var references: Set<JSONValue> = []
    var rest = schemas
    var flattened: [JSONValue] = []
    while let schema = rest.popLast() {
      if let reference = schema["$ref"] {
        if references.insert(reference).inserted { rest.append(resolved(schema)) }
      } else {
        flattened.append(schema)
        rest += schema["anyOf"].elements
      }
    }
    return flattened
  }

  private func conforming(_ value: JSONValue, _ schema: JSONValue, _ depth: Int) -> JSONValue? {
    let schema = resolved(schema)
    guard depth <= Self.maximumDepth, matches(value, schema) else { return nil }
    var value = value
    if case .array(let alternatives)? = schema["anyOf"] {
      guard let part = conforming(value, toAnyOf: alternatives, depth + 1) else { return nil }
      value = part
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

  /// The part by the first alternative that leaves nothing out; else by the first that has one. One
  /// that admits any value ends the search: alternatives can hold each other many levels deep.
  private func conforming(
    _ value: JSONValue, toAnyOf alternatives: [JSONValue], _ depth: Int
  ) -> JSONValue? {
    if alternatives.contains([:]) { return value }
    var first: JSONValue?
    for alternative in alternatives {
      guard let part = conforming(value, alternative, depth) else { continue }
      if part == value { return part }
      first = first ?? part
    }
    return first
  }

  private func conforming(_ members: JSONObject, _ schema: JSONValue, _ depth: Int) -> JSONValue? {
    let required = schema["required"].elements.compactMap { name in
      if case .string(let name) = name { name } else { nil }
    }
    // These tell the alternatives for the endings apart before their outputs are visited.
    let isPossible = required.allSatisfy { name in
      guard let member = members[name] else { return false }
      return schemaOfMember(name, in: schema).map { matches(member, resolved($0)) } ?? true
    }
    guard isPossible else { return nil }
    var kept = JSONObject()
    for (name, member) in members {
      let inner = schemaOfMember(name, in: schema)
      kept[name] = inner.map { conforming(member, $0, depth + 1) } ?? member
    }
    return required.allSatisfy { kept[$0] != nil } ? .object(kept) : nil
  }

  /// Whether the value itself is as the schema requires, whatever is inside it.
  private func matches(_ value: JSONValue, _ schema: JSONValue) -> Bool {
    if let constant = schema["const"], constant != value { return false }
    if case .array(let values)? = schema["enum"], !values.contains(value) { return false }
    if case .number(let minimum)? = schema["minimum"], case .number(let number) = value,
      number < minimum
    {
      return false
    }
    return hasType(value, schema["type"])
  }

  private func hasType(_ value: JSONValue, _ type: JSONValue?) -> Bool {
    switch type {
    case .array(let types)?: types.contains { hasType(value, $0) }
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
