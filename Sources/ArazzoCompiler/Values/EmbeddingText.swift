import ArazzoDocuments
import ArazzoExpressions

/// A text in one of the small languages, with values of the run in it (rule C6).
struct EmbeddingText {
  let values: ValueCompiler
  /// Holds the text; mistakes are reported in it.
  let node: Node
  /// The text with what the specification would have in its place.
  var scalar: MendedScalar?

  init(_ node: Node, _ values: ValueCompiler) { (self.node, self.values) = (node, values) }

  /// - Parameter mended: The text as the specification spells it.
  init(_ node: Node, _ values: ValueCompiler, mended: String) {
    self.init(node, values)
    scalar = MendedScalar(location: node.location, text: node.string ?? "", mended: mended)
  }

  func value(_ parsed: ParsedExpression, _ offset: Int) -> ValuePlan? {
    values.expression(
      parsed, written: node.string ?? "", at: node.location(at: offset), inCondition: true,
      in: scalar)
  }

  func template(_ template: StringTemplate, _ offset: Int) -> ValuePlan? {
    switch template {
    case .text(let text): .literal(.string(text))
    case .expression(let parsed): value(parsed, offset)
    case .parts(let parts):
      values.template(parts, node.string ?? "", node, schema: nil, in: scalar)
    }
  }

  /// A quoted string with values in it: always text.
  func quoted(_ template: StringTemplate, _ offset: Int) -> ValuePlan? {
    guard let value = self.template(template, offset) else { return nil }
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
