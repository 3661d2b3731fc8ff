import ArazzoDocuments
import ArazzoExpressions

extension Schema {
  package var location: Location { node.location }
  package var title: String? { text("title") }
  package var description: String? { text("description") }
  /// What an element is called that holds a value of the schema.
  package var xmlName: String? { first("xml")?["name"]?.string ?? name }
  package var format: String? { first("format")?.string }
  package var defaultValue: Node? { first("default") }
  /// What a text must match, with the node that has it.
  package var pattern: (reading: Result<ParsedPattern, ExpressionError>, node: Node, text: String)?
  {
    guard let node = first("pattern"), let text = node.string else { return nil }
    let reading = Result { () throws(ExpressionError) in try ParsedPattern.parse(text) }
    return (reading, node, text)
  }
  /// Whether a value comes in responses only, and is not to be sent.
  package var isReadOnly: Bool { first("readOnly")?.bool == true }
  /// `const`.
  package var constant: Node? { first("const") }

  /// The values of `enum` without `null`; where several parts have one, those in all of them.
  package var enumValues: [Node]? {
    let lists = parts.nodes.compactMap { $0["enum"]?.sequence }
    guard let first = lists.first else { return nil }
    let values = first.filter { !$0.isNull }
    let shared = values.filter { value in
      lists.dropFirst().allSatisfy { $0.contains { $0.isSameScalar(as: value) } }
    }
    return shared.isEmpty ? values : shared
  }

  /// `nullable: true`, `null` among the types or the values, or `null` among the alternatives.
  package var admitsNull: Bool {
    parts.nodes.contains { node in
      if node["nullable"]?.bool == true || node["const"]?.isNull == true { return true }
      if node["enum"]?.sequence?.contains(where: \.isNull) == true { return true }
      if typeNames(node)?.contains("null") == true { return true }
      return ["oneOf", "anyOf"].contains { keyword in
        node[keyword]?.sequence?.contains(where: isNullSchema) == true
      }
    }
  }

  /// From `type` (a name or a list), else what `properties`, `items` or `enum` imply. Where several
  /// parts have types, what all of them admit.
  package var kinds: Set<Kind> {
    let nodes = parts.nodes
    let declared = nodes.compactMap { typeNames($0).map(Self.kinds) }.filter { !$0.isEmpty }
    if let first = declared.first {
      let shared = declared.dropFirst().reduce(first, Self.intersection)
      return shared.isEmpty ? declared.reduce(into: []) { $0.formUnion($1) } : shared
    }
    return nodes.lazy.map(Self.impliedKinds).first { !$0.isEmpty } ?? []
  }

  private func typeNames(_ node: Node) -> [String]? {
    guard let type = node["type"] else { return nil }
    if type.isNull { return ["null"] }
    return type.string.map { [$0] } ?? type.sequence?.compactMap { $0.isNull ? "null" : $0.string }
  }

  private static func kinds(_ names: [String]) -> Set<Kind> {
    Set(names.compactMap(Kind.init(rawValue:)))
  }

  /// Every integer is a number.
  private static func intersection(_ left: Set<Kind>, _ right: Set<Kind>) -> Set<Kind> {
    var shared = left.intersection(right)
    if left.contains(.number) && right.contains(.integer)
      || left.contains(.integer) && right.contains(.number)
    {
      shared.insert(.integer)
      if !(left.contains(.number) && right.contains(.number)) { shared.remove(.number) }
    }
    return shared
  }

  private static func impliedKinds(_ node: Node) -> Set<Kind> {
    if node["properties"] != nil || node["additionalProperties"]?.mapping != nil {
      return [.object]
    }
    if node["items"] != nil || node["prefixItems"] != nil { return [.array] }
    let values = node["enum"]?.sequence ?? node["const"].map { [$0] } ?? []
    return Set(values.compactMap(\.schemaKind))
  }
}

extension Node {
  fileprivate var schemaKind: Schema.Kind? {
    switch value {
    case .null: nil
    case .bool: .boolean
    case .number(let digits): digits.contains { ".eE".contains($0) } ? .number : .integer
    case .string: .string
    case .sequence: .array
    case .mapping: .object
    }
  }

  fileprivate func isSameScalar(as other: Node) -> Bool {
    switch (value, other.value) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    default: false
    }
  }
}
