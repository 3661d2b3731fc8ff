import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Compiles the constraints of an input's schema.
struct InputRules {
  let diagnostics: Diagnostics

  func rules(_ schema: Schema, _ type: TypePlan, nesting: Int = 0) -> [RulePlan] {
    texts(schema, type) + numbers(schema) + arrays(schema, type, nesting: nesting)
      + values(schema, type)
  }

  private func texts(_ schema: Schema, _ type: TypePlan) -> [RulePlan] {
    guard type.isText else { return [] }
    var rules = lengths(schema, "minLength", "maxLength", RulePlan.minLength, RulePlan.maxLength)
    if let rule = pattern(schema) { rules.append(rule) }
    if type == .timestamp || schema.format == "date-time" { rules.append(.dateTime) }
    if schema.format == "date" { rules.append(.date) }
    return rules
  }

  private func lengths(
    _ schema: Schema, _ minimumKeyword: String, _ maximumKeyword: String,
    _ minimum: (Int) -> RulePlan,
    _ maximum: (Int) -> RulePlan
  ) -> [RulePlan] {
    var rules: [RulePlan] = []
    if let digits = schema.keyword(minimumKeyword)?.number, let limit = Int(digits), limit > 0 {
      rules.append(minimum(limit))
    }
    if let digits = schema.keyword(maximumKeyword)?.number, let limit = Int(digits) {
      rules.append(maximum(limit))
    }
    return rules
  }

  private func pattern(_ schema: Schema) -> RulePlan? {
    guard let (reading, node, text) = schema.pattern else { return nil }
    switch reading {
    case .success(let parsed):
      guard parsed.values.isEmpty else { return nil }
      return .pattern(PatternPlan(tree: parsed.tree, values: []), text)
    case .failure(let error):
      diagnostics.warning(
        "the pattern is not checked: \(error.message)", at: node.location(at: error.offset),
        suggestion: error.suggestion)
      return nil
    }
  }

  private func numbers(_ schema: Schema) -> [RulePlan] {
    guard !schema.kinds.isDisjoint(with: [.integer, .number]) else { return [] }
    // In OpenAPI 3.0 a boolean excludes the limit itself.
    let isAbove = schema.keyword("exclusiveMinimum")?.bool == true
    let isBelow = schema.keyword("exclusiveMaximum")?.bool == true
    var rules: [RulePlan] = []
    if let limit = schema.keyword("minimum")?.number {
      rules.append(isAbove ? .above(limit) : .minimum(limit))
    }
    if let limit = schema.keyword("maximum")?.number {
      rules.append(isBelow ? .below(limit) : .maximum(limit))
    }
    if let limit = schema.keyword("exclusiveMinimum")?.number { rules.append(.above(limit)) }
    if let limit = schema.keyword("exclusiveMaximum")?.number { rules.append(.below(limit)) }
    if let step = schema.keyword("multipleOf")?.number { rules.append(.multipleOf(step)) }
    return rules + (schema.format == "int32" ? [.int32] : [])
  }

  private func arrays(_ schema: Schema, _ type: TypePlan, nesting: Int) -> [RulePlan] {
    guard schema.kinds.contains(.array) else { return [] }
    var rules = lengths(schema, "minItems", "maxItems", RulePlan.minItems, RulePlan.maxItems)
    if schema.keyword("uniqueItems")?.bool == true { rules.append(.uniqueItems) }
    // An element that is an object checks itself.
    if case .array(let element) = type, element.nominal == nil, let items = schema.items,
      items.alternatives.isEmpty, nesting < 4
    {
      let each = self.rules(items, element.withoutNull, nesting: nesting + 1)
      if !each.isEmpty { rules.append(.each(each)) }
    }
    return rules
  }

  /// The values of an `enum` that is no type of its own.
  private func values(_ schema: Schema, _ type: TypePlan) -> [RulePlan] {
    let nodes = schema.enumValues ?? schema.constant.map { [$0] }
    guard let nodes, !nodes.isEmpty, nodes.count <= 100, type.nominal == nil else { return [] }
    if case .array = type { return [] }
    let null: [LiteralPlan] = schema.admitsNull ? [.null] : []
    return [.oneOf(nodes.map(LiteralPlan.init) + null)]
  }
}

extension TypePlan {
  fileprivate var isText: Bool {
    switch self {
    case .string, .secret, .timestamp, .json: true
    default: false
    }
  }

  /// Whether the type is declared for the inputs.
  var nominal: TypePlan? {
    switch self {
    case .structure, .enumeration, .enclosing: self
    case .nullable(let inner): inner.nominal
    default: nil
    }
  }
}
