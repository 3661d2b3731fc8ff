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
        reportUndeclared(member.key, schema, subject)
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

  private func reportUndeclared(_ key: Located<String>, _ schema: Schema, _ subject: String) {
    guard case .absent(let absence) = schema.lookup(JSONPointer(tokens: [key.value])) else {
      return
    }
    let advice = Advice(key.value, in: absence.declared, instead: key)
    diagnostics.undeclared(
      "\(operation) declares no \(key.value.quotedForMessage) in \(subject)", at: key.location,
      cause: "member \(key.value)",
      suggestion: advice.suggestion, fix: advice.fix)
  }
}
