import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Checks the values that a step sends against the API description.
struct SentValueChecker {
  let values: ValueCompiler
  /// `POST /parcels`, for messages.
  let operation: String
  /// Whether all is written as text, as in a query or a form: what reads as the right kind is it.
  let isText: Bool
  /// Whether the request can't be sent without it.
  var isRequired = false
  /// What the parameter or member is called that is looked at.
  var name = ""

  var diagnostics: Diagnostics { values.diagnostics }

  /// - Parameter subject: What the value is, for messages: "parameter 'limit'".
  func check(_ value: DocumentValue, _ schema: Schema?, as subject: String) {
    guard let schema, let kinds = schema.admittedKinds else { return }
    let node = value.node
    switch value.content {
    case .scalar:
      guard let kind = node.scalarKind else { return checkNull(node, schema, subject) }
      checkScalar(node, kind, kinds, subject)
    case .text(let reading), .jsonText(let reading, _):
      checkString(reading, node, schema, kinds, subject)
    case .sequence(let elements):
      guard kinds.contains(.array) else { return report(node, kinds, subject) }
      let items = schema.alternatives.isEmpty ? schema.items : nil
      elements.forEach { check($0, items, as: "an item of \(subject)") }
    case .mapping(let members):
      guard kinds.contains(.object) else { return report(node, kinds, subject) }
      check(members, node, schema, as: subject)
    case .selector, .unquotedExpression: break
    }
  }

  private func checkNull(_ node: Node, _ schema: Schema, _ subject: String) {
    guard !isText, !schema.admitsNull else { return }
    diagnostics.warning(
      "\(subject) can't be null according to the API description of \(operation)",
      at: node.location)
  }

  private func checkScalar(
    _ node: Node, _ kind: Schema.Kind, _ kinds: Set<Schema.Kind>, _ subject: String
  ) {
    guard !kinds.admits(kind) else { return }
    if isText && !kinds.isDisjoint(with: [.string, .array, .object]) { return }
    let advice = kinds.contains(.string) ? "write it in quotes" : nil
    report(node, kinds, subject, suggestion: advice)
  }

  /// A kind of value that does not fit: an error where nothing could be made of it.
  private func report(
    _ node: Node, _ kinds: Set<Schema.Kind>, _ subject: String, suggestion: String? = nil
  ) {
    let message =
      "\(operation) expects \(kinds.phrase) for \(subject), found \(node.kindName)"
    let isCollection = node.mapping != nil || node.sequence != nil
    if isText, isCollection, kinds.isSubset(of: [.integer, .number, .boolean]) {
      diagnostics.error(message, at: node.location, suggestion: suggestion)
    } else {
      diagnostics.warning(message, at: node.location, suggestion: suggestion)
    }
  }

  // MARK: strings

  private func checkString(
    _ reading: StringReading, _ node: Node, _ schema: Schema, _ kinds: Set<Schema.Kind>,
    _ subject: String
  ) {
    let text = reading.text
    guard let value = values.string(reading, node, schema: schema) else { return }
    guard case .string? = value.literal else { return checkValue(value, node, kinds, subject) }
    if kinds.contains(.string) { return checkWord(text, node, schema, subject) }
    let fitting = kinds.admitting(text)
    guard fitting.isEmpty || !isText else { return }
    if isText && !kinds.isDisjoint(with: [.array, .object]) { return }
    report(node, kinds, subject, suggestion: fitting.isEmpty ? nil : "write it without quotes")
  }

  /// A literal string whose schema has an `enum`.
  private func checkWord(_ text: String, _ node: Node, _ schema: Schema, _ subject: String) {
    guard let words = ValueFacts(schema)?.words, !words.contains(text) else { return }
    diagnostics.warning(
      "\(subject) can't be \(text.quotedForMessage) according to the API description of "
        + "\(operation)",
      at: node.location, suggestion: didYouMean(text, in: words))
  }

  /// A value that is known only when the workflow runs.
  private func checkValue(
    _ value: ValuePlan, _ node: Node, _ kinds: Set<Schema.Kind>, _ subject: String
  ) {
    guard let facts = values.facts(of: value), !facts.kinds.contains(where: kinds.admits) else {
      return
    }
    if isText, !facts.kinds.isSubset(of: [.array, .object]) { return }
    if isText, !kinds.isDisjoint(with: [.array, .object]) { return }
    let what = value.spelling?.quotedForMessage ?? "the value"
    let message =
      "\(what) is \(facts.phrase), but \(operation) expects \(kinds.phrase) for \(subject)"
    let help = part(of: value, kinds).map { "write \($0)" }
    if isText, isRequired {
      diagnostics.error(message, at: node.location, suggestion: help)
    } else {
      diagnostics.warning(message, at: node.location, suggestion: help)
    }
  }

  /// The reference to a part of an object or an array that could be meant: the member that is
  /// called as the parameter, or the identifier.
  private func part(of value: ValuePlan, _ kinds: Set<Schema.Kind>) -> String? {
    guard let spelling = value.spelling, !spelling.contains("#"),
      let schema = values.schema(of: value)
    else { return nil }
    let object = schema.kinds == [.array] ? schema.items : schema
    let way = schema.kinds == [.array] ? ["0"] : []
    guard let object, object.kinds == [.object] else { return nil }
    let fitting = object.properties.filter { property in
      !property.schema.kinds.isDisjoint(with: kinds)
    }.map(\.name.value)
    let wanted = [name.foldedName, name.foldedName.hasSuffix("id") ? "id" : name.foldedName]
    let member = wanted.lazy.compactMap { name in fitting.first { $0.foldedName == name } }.first
    return member.map { spelling + JSONPointer(tokens: way + [$0]).fragment }
  }
}

extension Set<Schema.Kind> {
  /// The kinds in words: "an integer or a string".
  var phrase: String { map(\.phrase).sorted().joined(separator: " or ") }

  /// Whether a value of the kind may stand here: every integer is a number, and a number may turn
  /// out to be an integer.
  func admits(_ kind: Schema.Kind) -> Bool {
    switch kind {
    case .integer: contains(.integer) || contains(.number)
    default: contains(kind)
    }
  }

  /// Those of the kinds that a text could be read as.
  fileprivate func admitting(_ text: String) -> Set<Schema.Kind> {
    filter { kind in
      switch kind {
      case .string: true
      case .integer: text.isIntegral
      case .number: Double(text) != nil
      case .boolean: text == "true" || text == "false"
      case .array, .object: false
      }
    }
  }
}

extension Node {
  /// The JSON kind of a boolean or a number; `nil` for anything else.
  var scalarKind: Schema.Kind? {
    if bool != nil { return .boolean }
    return number.map { $0.isIntegral ? .integer : .number }
  }
}

extension String {
  /// Whether these are the digits of an integer, perhaps written as `5.0` or `1e3`.
  fileprivate var isIntegral: Bool {
    Double(self).map { $0.rounded() == $0 } ?? false
  }
}

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
    let list = missing.map(\.name.value).listed(by: "and")
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
      "the API description of \(operation) declares no member \(key.value.quotedForMessage) in "
        + "\(subject); it is sent as written", at: key.location,
      cause: "member \(key.value)",
      suggestion: advice.suggestion, fix: advice.fix)
  }

  /// Whether a declared member allows the kind of the value.
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
    case .text(let reading), .jsonText(let reading, _):
      values.string(reading, value.node, schema: nil).flatMap { plan in
        if case .string? = plan.literal { [.string] } else { values.facts(of: plan)?.kinds }
      }
    case .sequence: [.array]
    case .mapping: [.object]
    case .selector, .unquotedExpression: nil
    }
  }
}
