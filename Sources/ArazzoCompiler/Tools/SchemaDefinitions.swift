/// The `$defs` of a JSON Schema.
struct SchemaDefinitions {
  private var names: [String] = []
  private var schemas: [String: LiteralPlan] = [:]

  /// A free name like a wanted one, of letters and digits that need no escaping in a reference.
  mutating func name(_ wanted: String) -> String {
    let characters = wanted.unicodeScalars.map { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || scalar == "." || scalar == "-")
        ? Character(scalar) : "_"
    }
    let base = characters.isEmpty ? "value" : String(characters)
    var name = base
    var number = 1
    while names.contains(name) {
      number += 1
      name = base + String(number)
    }
    names.append(name)
    return name
  }

  mutating func define(_ name: String, as schema: LiteralPlan) { schemas[name] = schema }

  static func reference(_ name: String) -> LiteralPlan {
    .object([.init(name: "$ref", value: .string("#/$defs/" + name))])
  }

  /// The schema with the definitions, in the order of their names.
  func added(to schema: LiteralPlan) -> LiteralPlan {
    let members = names.compactMap { name in
      schemas[name].map { LiteralPlan.Member(name: name, value: $0) }
    }
    return schema.with("$defs", members.isEmpty ? nil : .object(members))
  }
}

extension LiteralPlan {
  /// `{"type": "…"}`.
  static func schema(_ type: String) -> LiteralPlan {
    .object([Member(name: "type", value: .string(type))])
  }

  /// The schema of a value that has no parts.
  static func scalar(_ type: TypePlan) -> LiteralPlan {
    switch type {
    case .string, .secret, .enumeration, .timestamp, .uuid, .url: .schema("string")
    case .integer: .schema("integer")
    case .unsigned: .schema("integer").with("minimum", .number("0"))
    case .number: .schema("number")
    case .boolean: .schema("boolean")
    case .data, .upload: .schema("string").with("contentEncoding", .string("base64"))
    case .json, .nullable, .array, .dictionary, .structure, .enclosing, .declared: .object([])
    }
  }

  static func strings(_ texts: [String]) -> LiteralPlan { .array(texts.map(LiteralPlan.string)) }

  /// The schema of this or `null`.
  var orNull: LiteralPlan {
    let isSimple = !["enum", "const", "anyOf"].contains { has($0) }
    if case .string(let type)? = member("type"), isSimple {
      return with("type", .strings([type, "null"]))
    }
    if case .object([]) = self { return self }
    return .object([Member(name: "anyOf", value: .array([self, .schema("null")]))])
  }

  /// The schema of any value, or of an array of any values, with the kinds that these have.
  func admitting(_ kinds: [String]) -> LiteralPlan {
    if let items = member("items") { return with("items", items.admitting(kinds)) }
    return with("type", kinds.count == 1 ? .string(kinds[0]) : .strings(kinds))
  }

  func member(_ name: String) -> LiteralPlan? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  func has(_ name: String) -> Bool { member(name) != nil }

  /// The strings of a member that is an array.
  func names(of name: String) -> [String] {
    guard case .array(let elements)? = member(name) else { return [] }
    return elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  /// The object with a member, in its place or at the end; the same without a value.
  func with(_ name: String, _ value: LiteralPlan?) -> LiteralPlan {
    guard let value, case .object(var members) = self else { return self }
    if let place = members.firstIndex(where: { $0.name == name }) {
      members[place].value = value
    } else {
      members.append(Member(name: name, value: value))
    }
    return .object(members)
  }
}
