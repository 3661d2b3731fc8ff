import ArazzoDocuments

extension Schema {
  /// The result of looking up a JSON Pointer in a schema.
  package enum Lookup {
    /// The schema there; `isRequired` is true where every part of the way is required and none of
    /// them can be `null`.
    case found(Schema, isRequired: Bool)
    /// The description doesn't declare it: an open object, no schema.
    case undescribed
    /// The description does not have it. Where it is an open object
    /// (``Schema/additionalPropertiesAllowed``), it may still come.
    case absent(Absence)
  }

  /// The token at which a pointer has no schema.
  package struct Absence {
    /// The first token that finds nothing.
    package let token: String
    /// How many tokens come before it.
    package let depth: Int
    /// What it was looked for in.
    package let container: Schema
    /// The names that are there instead.
    package let declared: [String]
  }

  /// Follows a JSON Pointer through properties, items, alternatives and additional properties.
  package func lookup(_ pointer: JSONPointer) -> Lookup {
    var search = SchemaSearch()
    return search.find(pointer.tokens[...], in: self, isRequired: true)
  }
}

/// One lookup; the number of steps is limited, because nested alternatives multiply.
private struct SchemaSearch {
  private var stepsLeft = 5000

  mutating func find(
    _ tokens: ArraySlice<String>, in schema: Schema, isRequired: Bool,
    passing passed: Set<Location> = []
  ) -> Schema.Lookup {
    stepsLeft -= 1
    guard let token = tokens.first else { return .found(schema, isRequired: isRequired) }
    guard stepsLeft > 0, !passed.contains(schema.location), schema.brokenReference == nil else {
      return .undescribed
    }
    let rest = tokens.dropFirst()
    if let property = schema.property(token) {
      let isThere = isRequired && property.isRequired
      // There is nothing inside `null`.
      let required = isThere && (rest.isEmpty || !property.schema.admitsNull)
      return find(rest, in: property.schema, isRequired: required)
    }
    if let index = Int(token), index >= 0, let item = schema.item(at: index) {
      return find(rest, in: item, isRequired: false)
    }
    let alternatives = schema.alternatives
    if !alternatives.isEmpty {
      return find(
        tokens, among: alternatives, of: schema, isRequired: isRequired,
        passing: passed.union([schema.location]))
    }
    if let additional = schema.additionalProperties {
      return find(rest, in: additional, isRequired: false)
    }
    return schema.missing(tokens)
  }

  private mutating func find(
    _ tokens: ArraySlice<String>, among alternatives: [Schema], of schema: Schema,
    isRequired: Bool, passing passed: Set<Location>
  ) -> Schema.Lookup {
    var found: [Schema] = []
    var isAlwaysThere = isRequired
    var declared: [String] = schema.propertyNames
    var absent: Schema.Absence?
    var isUndescribed = false
    for alternative in alternatives {
      switch find(tokens, in: alternative, isRequired: isRequired, passing: passed) {
      case .found(let schema, let required):
        found.append(schema)
        isAlwaysThere = isAlwaysThere && required
      case .undescribed: isUndescribed = true
      case .absent(let absence):
        absent = absent ?? absence
        declared += absence.declared
      }
    }
    if let one = Schema.oneOf(found, at: schema.location) {
      return .found(one, isRequired: isAlwaysThere && found.count == alternatives.count)
    }
    guard let absent, !isUndescribed else { return .undescribed }
    var seen: Set<String> = []
    return .absent(
      Schema.Absence(
        token: absent.token, depth: absent.depth, container: absent.container,
        declared: declared.filter { seen.insert($0).inserted }))
  }
}

extension Schema {
  /// The result for tokens whose first has no schema in any keyword.
  fileprivate func missing(_ tokens: ArraySlice<String>) -> Lookup {
    if isDeclaredOpen { return .undescribed }
    let token = tokens.first ?? ""
    let names = propertyNames
    if names.isEmpty, additionalPropertiesAllowed {
      let kinds = kinds
      if kinds.isEmpty || kinds.contains(.object) { return .undescribed }
      if kinds.contains(.array), Int(token) != nil { return .undescribed }
    }
    return .absent(
      Absence(token: token, depth: tokens.startIndex, container: self, declared: names))
  }

  /// A schema that allows the values of any of the schemas.
  fileprivate static func oneOf(_ schemas: [Schema], at location: Location) -> Schema? {
    guard let first = schemas.first else { return nil }
    if schemas.allSatisfy({ $0.isInterchangeable(with: first) }) { return first }
    let choices = schemas.map { schema in
      guard !schema.overlays.isEmpty else { return schema.node }
      let all = Node(.sequence(schema.overlays + [schema.node]), at: schema.location)
      return Node(
        .mapping(.init([.init(key: Located("allOf", at: location), value: all)])),
        at: schema.location)
    }
    let list = Node(.sequence(choices), at: location)
    let member = Node.Mapping.Member(key: Located("anyOf", at: location), value: list)
    return Schema(Node(.mapping(.init([member])), at: location), first.references)
  }

  /// Whether it can replace the other as far as types are concerned.
  package func isInterchangeable(with other: Schema) -> Bool {
    if location == other.location { return true }
    let scalars: Set<Kind> = [.string, .integer, .number, .boolean]
    return kinds == other.kinds && kinds.count == 1 && kinds.isSubset(of: scalars)
      && admitsNull == other.admitsNull && format == other.format
      && enumValues == nil && other.enumValues == nil
  }
}
