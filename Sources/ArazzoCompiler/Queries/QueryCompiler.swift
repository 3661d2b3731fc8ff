import ArazzoDocuments
import ArazzoExpressions

/// Queries, patterns and XPath expressions in, the same with the values of the run in their places out
/// (rule C6).
struct QueryCompiler {
  let text: EmbeddingText

  /// A mistake was reported.
  private struct Reported: Error {}

  /// - Returns: `nil` where a mistake was reported.
  func plan(_ query: ParsedQuery) -> QueryPlan? {
    try? query.map { (value) throws(Reported) in
      guard let plan = text.valueInQuery(value) else { throw Reported() }
      return plan
    } pattern: { (pattern) throws(Reported) in
      guard let plan = plan(pattern) else { throw Reported() }
      return plan
    }
  }

  private func plan(_ pattern: WrittenPattern) -> PatternPlan? {
    switch pattern.reading {
    case .success(let parsed): return plan(parsed)
    case .failure(let error):
      text.report(error)
      return nil
    }
  }

  /// A regular expression.
  func plan(_ pattern: ParsedPattern) -> PatternPlan? {
    complete(pattern.values.map(text.value)).map { PatternPlan(tree: pattern.tree, values: $0) }
  }

  /// An XPath expression that is to be evaluated on a context.
  func plan(_ expression: ParsedXPath, on context: ValuePlan) -> XPathPlan? {
    var isComplete = true
    let expression = expression.map { value in
      let plan = text.value(value)
      if plan == nil { isComplete = false }
      return plan ?? .missing
    }
    guard isComplete else { return nil }
    return XPathPlan(context: context, expression: expression, text: text.node.string ?? "")
  }

  func complete<Part>(_ parts: [Part?]) -> [Part]? {
    let present = parts.compactMap(\.self)
    return present.count == parts.count ? present : nil
  }
}

/// A text in one of the small languages, with values of the run in it (rule C6).
struct EmbeddingText {
  let values: ValueCompiler
  /// Holds the text; mistakes are reported in it.
  let node: Node
  /// The text with what the specification would have in its place.
  var scalar: MendedScalar?

  init(_ node: Node, _ values: ValueCompiler) { (self.node, self.values) = (node, values) }

  /// - Parameter mended: The text in the specification's spelling.
  init(_ node: Node, _ values: ValueCompiler, mended: @autoclosure @escaping () -> String) {
    self.init(node, values)
    scalar = MendedScalar(location: node.location, text: node.string ?? "", spell: mended)
  }

  func value(_ parsed: ParsedExpression, _ offset: Int) -> ValuePlan? {
    values.expression(
      parsed, written: node.string ?? "", at: node.location(at: offset), inCondition: true,
      in: scalar, isPart: true)
  }

  /// A value in a condition of type `simple` or in an XPath expression.
  func value(_ written: WrittenValue) -> ValuePlan? {
    switch written {
    case .literal(let literal): .literal(LiteralPlan(literal))
    case .expression(let parsed, let offset): value(parsed, offset)
    case .template(let template, let offset): self.template(template, offset)
    }
  }

  private func template(_ template: StringTemplate, _ offset: Int) -> ValuePlan? {
    switch template {
    case .text(let text): .literal(.string(text))
    case .expression(let parsed): value(parsed, offset)
    case .parts(let parts):
      values.template(parts, node.string ?? "", node, schema: nil, in: scalar)
    }
  }

  /// A value in a query, in which a quoted string with values in it is always text.
  func valueInQuery(_ written: WrittenValue) -> ValuePlan? {
    let value = value(written)
    guard case .template(let template, _) = written, let value else { return value }
    if case .text(let parts) = value.kind, parts.count == 1, parts[0].type == .string {
      return parts[0]
    }
    guard case .expression = template, value.type != .string else { return value }
    return ValuePlan(
      kind: .text([value]), type: .string, isOptional: value.isOptional,
      expression: value.expression)
  }

  func report(_ error: ExpressionError, in subject: String = "the condition") {
    values.diagnostics.error(
      "in \(subject): \(error.message)", at: node.location(at: error.offset),
      suggestion: error.advice,
      fix: error.mended(node.string ?? "").flatMap {
        Fix(at: node.location, replacing: node.string ?? "", with: $0)
      })
  }
}
