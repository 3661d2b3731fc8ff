import ArazzoDescriptions
import ArazzoDocuments

extension SentValueChecker {
  /// The members of an object: those that are there, and those that should be.
  func check(_ mapping: Node.Mapping, _ node: Node, _ schema: Schema, as subject: String) {
    let properties = Dictionary(
      schema.properties.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
    for member in mapping.members {
      let name = member.key.value
      if let property = properties[name] {
        check(member.value, property.schema, as: "'\(name)' in \(subject)")
      } else {
        reportUndeclared(member, in: mapping, schema, subject)
      }
    }
    let missing = schema.properties.filter {
      $0.isRequired && mapping[$0.name.value] == nil && !$0.schema.isReadOnly
        && $0.schema.defaultValue == nil
    }
    guard !missing.isEmpty else { return }
    let names = missing.map { $0.name.value.quotedForMessage }.joined(separator: ", ")
    diagnostics.warning(
      "\(subject) lacks \(names), which \(operation) requires", at: node.location,
      cause: "\(operation) requires \(names)")
  }

  private func reportUndeclared(
    _ member: Node.Mapping.Member, in mapping: Node.Mapping, _ schema: Schema, _ subject: String
  ) {
    let key = member.key
    guard case .absent(let absence) = schema.lookup(JSONPointer(tokens: [key.value])) else {
      return
    }
    let possible = absence.declared.filter { name in
      mapping[name] == nil && couldBe(member.value, schema.lookup(JSONPointer(tokens: [name])))
    }
    let advice = Advice(key.value, in: possible, instead: key)
    diagnostics.undeclared(
      "\(operation) declares no \(key.value.quotedForMessage) in \(subject)", at: key.location,
      cause: "member \(key.value)",
      suggestion: advice.suggestion, fix: advice.fix)
  }

  /// Whether the value is of a kind that a declared member admits.
  private func couldBe(_ node: Node, _ declared: Schema.Lookup) -> Bool {
    guard case .found(let schema, _) = declared, let admitted = schema.admittedKinds else {
      return true
    }
    return kinds(of: node).map { $0.contains(where: admitted.admits) } ?? true
  }

  /// The JSON kinds that a value may have; `nil` where that is open.
  private func kinds(of node: Node) -> Set<Schema.Kind>? {
    switch node.value {
    case .null: nil
    case .bool: [.boolean]
    case .number(let digits): [digits.isIntegral ? .integer : .number]
    case .string:
      values.value(node).flatMap { value in
        if case .string? = value.literal { [.string] } else { values.facts(of: value)?.kinds }
      }
    case .sequence: [.array]
    case .mapping: [.object]
    }
  }
}
