import ArazzoDescriptions
import ArazzoDocuments

extension SentValueChecker {
  /// The members of an object: those that are there, and those that should be.
  func check(
    _ members: [DocumentValue.Member], _ node: Node, _ schema: Schema, as subject: String
  ) {
    let properties = Dictionary(
      schema.properties.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Set(members.map(\.key.value))
    for member in members {
      let name = member.key.value
      if let property = properties[name] {
        check(member.value, property.schema, as: "'\(name)' in \(subject)")
      } else {
        reportUndeclared(member, beside: names, schema, subject)
      }
    }
    let missing = schema.properties.filter {
      $0.isRequired && !names.contains($0.name.value) && !$0.schema.isReadOnly
        && $0.schema.defaultValue == nil
    }
    guard !missing.isEmpty else { return }
    let list = missing.map { $0.name.value.quotedForMessage }.joined(separator: ", ")
    diagnostics.warning(
      "\(subject) lacks \(list), which \(operation) requires", at: node.location,
      cause: "\(operation) requires \(list)")
  }

  private func reportUndeclared(
    _ member: DocumentValue.Member, beside names: Set<String>, _ schema: Schema,
    _ subject: String
  ) {
    let key = member.key
    guard case .absent(let absence) = schema.lookup(JSONPointer(tokens: [key.value])) else {
      return
    }
    let possible = absence.declared.filter { name in
      !names.contains(name) && couldBe(member.value, schema.lookup(JSONPointer(tokens: [name])))
    }
    let advice = Advice(key.value, in: possible, instead: key)
    diagnostics.undeclared(
      "\(operation) declares no \(key.value.quotedForMessage) in \(subject)", at: key.location,
      cause: "member \(key.value)",
      suggestion: advice.suggestion, fix: advice.fix)
  }

  /// Whether the value is of a kind that a declared member admits.
  private func couldBe(_ value: DocumentValue, _ declared: Schema.Lookup) -> Bool {
    guard case .found(let schema, _) = declared, let admitted = schema.admittedKinds else {
      return true
    }
    return kinds(of: value).map { $0.contains(where: admitted.admits) } ?? true
  }

  /// The JSON kinds that a value may have; `nil` where that is open.
  private func kinds(of value: DocumentValue) -> Set<Schema.Kind>? {
    switch value.content {
    case .scalar: value.node.scalarKind.map { [$0] }
    case .text(let reading):
      values.string(reading, value.node, schema: nil).flatMap { plan in
        if case .string? = plan.literal { [.string] } else { values.facts(of: plan)?.kinds }
      }
    case .sequence: [.array]
    case .mapping: [.object]
    case .selector, .unquotedExpression: nil
    }
  }
}
