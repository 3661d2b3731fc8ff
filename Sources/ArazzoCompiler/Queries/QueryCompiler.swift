import ArazzoDocuments
import ArazzoExpressions

/// Queries, patterns and XPath expressions in, the same with the values of the run in their places out
/// (rule C6).
struct QueryCompiler {
  let text: EmbeddingText

  /// - Returns: `nil` where a mistake was reported.
  func plan(_ query: JSONPathQuery) -> QueryPlan? {
    var steps: [QueryPlan.Step] = []
    for segment in query.segments {
      guard let chosen = complete(segment.selectors.map(step)) else { return nil }
      if segment.isDescendant { steps.append(.descendants) }
      steps.append(chosen.count == 1 ? chosen[0] : .either(chosen))
    }
    return QueryPlan(steps: steps)
  }

  private func step(_ selector: JSONPathQuery.Selector) -> QueryPlan.Step? {
    switch selector {
    case .name(let name): .name(name)
    case .wildcard: .wildcard
    case .index(let index): .index(index)
    case .slice(let start, let end, let step): .slice(start: start, end: end, step: step)
    case .filter(let filter): plan(filter).map { .filter($0) }
    case .embedded(let parsed, let offset):
      text.value(parsed, offset).map { .child($0) }
    case .template(let template, let offset): text.quoted(template, offset).map { .child($0) }
    }
  }

  /// A regular expression.
  func plan(_ pattern: ParsedPattern) -> PatternPlan? {
    let values = pattern.values.map { text.value($0.expression, $0.offset) }
    return complete(values).map { PatternPlan(tree: pattern.tree, values: $0) }
  }

  /// An XPath expression that is to be evaluated on a context.
  func plan(_ expression: XPathExpression, on context: ValuePlan) -> XPathPlan? {
    var values: [Int: ValuePlan] = [:]
    let embedded = expression.embedded
    for part in embedded {
      switch part {
      case .expression(let parsed, let offset): values[offset] = text.value(parsed, offset)
      case .template(let template, let offset): values[offset] = text.template(template, offset)
      }
    }
    guard values.count == embedded.count else { return nil }
    return XPathPlan(
      context: context, expression: expression, values: values, text: text.node.string ?? "")
  }

  func complete<Part>(_ parts: [Part?]) -> [Part]? {
    let present = parts.compactMap(\.self)
    return present.count == parts.count ? present : nil
  }
}

extension QueryCompiler {
  func plan(_ filter: FilterExpression) -> FilterPlan? {
    switch filter {
    case .or(let parts): return complete(parts.map(plan)).map { .or($0) }
    case .and(let parts): return complete(parts.map(plan)).map { .and($0) }
    case .not(let inner): return plan(inner).map { .not($0) }
    case .exists(let query): return inner(query).map { .exists($0) }
    case .function(let call): return test(call)
    case .comparison(let comparison, let left, let right):
      guard let left = operand(left), let right = operand(right) else { return nil }
      return .comparison(comparison, left, right)
    }
  }

  private func inner(_ query: JSONPathQuery) -> FilterPlan.InnerQuery? {
    plan(query).map { .init(isFromRoot: query.root == .root, query: $0) }
  }

  private func operand(_ comparable: FilterExpression.Comparable) -> FilterPlan.Operand? {
    switch comparable {
    case .literal(let literal): .value(.literal(LiteralPlan(literal)))
    case .query(let query): inner(query).map { .query($0) }
    case .function(let call): operand(call)
    case .embedded(let parsed, let offset):
      text.value(parsed, offset).map { .value($0) }
    case .template(let template, let offset): text.quoted(template, offset).map { .value($0) }
    }
  }

  /// A function that gives a value.
  private func operand(_ call: FilterExpression.FunctionCall) -> FilterPlan.Operand? {
    guard let argument = call.arguments.first else { return nil }
    if call.name == "length" { return argument.comparable.flatMap(operand).map { .length($0) } }
    guard case .query(let query) = argument, let inner = inner(query) else { return nil }
    return call.name == "count" ? .count(inner) : .valueOf(inner)
  }

  /// `match` and `search`.
  private func test(_ call: FilterExpression.FunctionCall) -> FilterPlan? {
    guard call.arguments.count == 2, let searched = call.arguments[0].comparable.flatMap(operand)
    else { return nil }
    let isWhole = call.name == "match"
    switch call.pattern {
    case nil:
      return call.arguments[1].comparable.flatMap(operand).map {
        .foundPattern(searched, $0, isWhole: isWhole)
      }
    case .success(let pattern):
      return plan(pattern).map { .pattern(searched, $0, isWhole: isWhole) }
    case .failure(let error):
      text.report(
        ExpressionError(
          "in the pattern of '\(call.name)': \(error.message)", offset: error.offset,
          suggestion: error.suggestion))
      return nil
    }
  }
}

extension FilterExpression.Argument {
  /// The argument as one side of a comparison, which takes the same values.
  fileprivate var comparable: FilterExpression.Comparable? {
    switch self {
    case .literal(let literal): .literal(literal)
    case .query(let query): .query(query)
    case .function(let call): .function(call)
    case .embedded(let parsed, let offset): .embedded(parsed, offset: offset)
    case .template(let template, let offset): .template(template, offset: offset)
    case .logical: nil
    }
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
