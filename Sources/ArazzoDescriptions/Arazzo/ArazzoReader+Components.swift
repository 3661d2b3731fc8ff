import ArazzoDocuments

/// A parsed component; `nil` if it's invalid.
struct Component<Value> {
  let value: Value?
  let hasErrors: Bool
}

extension ArazzoReader {
  func readComponents() {
    guard let components else { return }
    components.check(known: ["inputs", "parameters", "successActions", "failureActions"])
    parameters = read("parameters", of: "parameters") {
      self.parameter($0, "component parameter '\($1)'", in: .anything)
    }
    successActions = read("successActions", of: "success actions") {
      self.action($0, "component success action '\($1)'", unnamed: $1)
    }
    failureActions = read("failureActions", of: "failure actions") {
      self.action($0, "component failure action '\($1)'", unnamed: $1)
    }
  }

  func inputs() -> [String: Node] {
    let members = components?.map("inputs", of: "JSON Schemas") ?? []
    for member in members { nonconformingNames.check(member.key, "component", .key) }
    return Dictionary(
      members.map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private func read<Value>(
    _ field: String, of items: String, _ reading: (Node, String) -> Value?
  ) -> [String: Component<Value>] {
    var result: [String: Component<Value>] = [:]
    for member in components?.map(field, of: items) ?? [] {
      nonconformingNames.check(member.key, "component", .key)
      let (value, hasErrors) = diagnostics.scope { reading(member.value, member.key.value) }
      result[member.key.value] = Component(value: value, hasErrors: hasErrors)
    }
    return result
  }

  /// Looks up what a Reusable Object refers to.
  ///
  /// - Parameter field: The part of `components` that is allowed here.
  func resolve<Value>(
    _ reference: Located<String>, _ field: String, among known: [String: Component<Value>],
    _ subject: String
  ) -> Value? {
    let prefix = "$components.\(field)."
    guard let name = componentName(reference.value, field) else {
      diagnostics.error(
        "\(subject): 'reference' must begin with '\(prefix)', found '\(reference.value)'",
        at: reference.location)
      return nil
    }
    guard let component = known[name] else {
      diagnostics.error(
        "\(subject): 'components' has no '\(name)' under '\(field)'", at: reference.location,
        fix: Suggestion.nearest(to: name, in: known.keys.sorted())
          .flatMap { Fix(reference, with: prefix + $0) })
      return nil
    }
    if component.hasErrors { diagnostics.countAgain() }
    return component.value
  }

  /// The component's name in `$components.parameters.NAME` or `#/components/parameters/NAME`.
  private func componentName(_ reference: String, _ field: String) -> String? {
    for prefix in ["$components.\(field).", "#/components/\(field)/"]
    where reference.hasPrefix(prefix) {
      return String(reference.dropFirst(prefix.count))
    }
    return nil
  }

  /// Whether a node is a Reusable Object. An empty reference is none: some tools write every field.
  func isReusable(_ node: Node) -> Bool {
    ["reference", "$ref"].contains { name in
      node[name].map { $0.string != "" && !$0.isNull } ?? false
    }
  }

  /// The reference of a Reusable Object; `$ref` in its place is read with a warning.
  func reference(in fields: Fields) -> Located<String>? {
    if fields.mapping["reference"] != nil { return fields.requiredString("reference") }
    guard fields.mapping["$ref"] != nil, let text = fields.requiredString("$ref") else {
      return nil
    }
    let spelled =
      text.value.hasPrefix("#/components/")
      ? "$components." + text.value.dropFirst(13).replacing("/", with: ".") : text.value
    let key = fields.mapping.member("$ref").flatMap { Fix($0.key, with: "reference") }
    let value = Fix(text, with: spelled)
    diagnostics.warning(
      "\(fields.subject): a Reusable Object has 'reference', not '$ref'", at: text.location,
      suggestion: "write reference: \(spelled)",
      fix: Fix((key?.edits ?? []) + (value?.edits ?? []), text: "reference: \(spelled)"))
    return text
  }
}
