import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Compiles Criterion Objects to conditions (rules C1 to C8).
struct ConditionCompiler {
  let values: ValueCompiler

  var diagnostics: Diagnostics { values.diagnostics }

  /// The same for what is read when the step has failed.
  var afterFailure: ConditionCompiler {
    var values = values
    values.isAfterFailure = true
    return ConditionCompiler(values: values)
  }

  /// - Returns: `nil` where a mistake was reported.
  func criterion(_ criterion: Criterion) -> CriterionPlan? {
    guard let condition = condition(criterion) else { return nil }
    let plan = CriterionPlan(condition: condition, text: criterion.text)
    ConditionChecker(values: values).check(plan, at: criterion.condition.location)
    return plan
  }

  func criteria(_ criteria: [Criterion]) -> [CriterionPlan]? {
    let plans = criteria.map(criterion)
    let present = plans.compactMap(\.self)
    guard present.count == plans.count else { return nil }
    ConditionChecker(values: values).check(
      together: zip(present, criteria).map { ($0, $1.condition.location) })
    return present
  }

  private func condition(_ criterion: Criterion) -> ConditionPlan? {
    switch criterion.test {
    case .success(let test):
      return condition(criterion, test)
    case .failure(let error):
      if let whole = criterion.joined {
        diagnostics.error(
          "in the condition: \(error.message)", at: criterion.condition.location(at: error.offset),
          suggestion: "write condition: \(whole), without 'context' and 'value'")
        return nil
      }
      // What is wrong with the context is reported too.
      if criterion.kind == .simple { reportIgnored(criterion) } else { _ = context(criterion) }
      EmbeddingText(criterion.condition, values).report(error)
      return nil
    }
  }

  private func condition(_ criterion: Criterion, _ test: CriterionTest) -> ConditionPlan? {
    switch test {
    case .constant(let bool): return .constant(bool)
    case .simple(let parsed): return simple(parsed, criterion)
    case .equals(let json): return equality(criterion, LiteralPlan(json))
    case .jsonPath(let parsed): return jsonPath(parsed, criterion)
    case .regex(let parsed): return regex(parsed, criterion)
    case .xpath(let expression):
      guard let context = context(criterion)?.asDocument else { return nil }
      let text = EmbeddingText(criterion.condition, values)
      return QueryCompiler(text: text).plan(expression, on: context).map { .xpath($0) }
    case .notText:
      let what = criterion.kind == .simple ? "condition" : "'\(criterion.kind.rawValue)' condition"
      diagnostics.error(
        "a \(what) must be a string, found \(criterion.condition.kindName)",
        at: criterion.condition.location)
      return nil
    }
  }

  /// What a criterion's `context` names.
  func context(_ criterion: Criterion) -> ValuePlan? {
    criterion.context.flatMap(values.context)
  }
}

extension Criterion {
  /// The condition that a context, an operator and a value amount to, as they are spelled elsewhere.
  fileprivate var joined: String? {
    guard kind == .simple, let context, source != nil, let value = node?["value"],
      let comparison = condition.string.flatMap(ComparisonOperator.init)
    else { return nil }
    let literal =
      value.string.map { Literal.string($0).spelling } ?? value.numberAsWritten
      ?? value.bool.map { $0 ? "true" : "false" }
    return literal.map { "\(context.value) \(comparison.rawValue) \($0)" }
  }

  /// The condition on one line, for comments and error messages.
  var text: String {
    let text =
      condition.string ?? condition.number ?? condition.bool.map(String.init(describing:)) ?? "…"
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if case .success(.equals) = test, let context { return "\(context.value) is \(line)" }
    return line
  }
}

/// Conditions of type `simple` (rule C2).
extension ConditionCompiler {
  func simple(_ parsed: ParsedCondition, _ criterion: Criterion) -> ConditionPlan? {
    let node = criterion.condition
    reportIgnored(criterion)
    let text = EmbeddingText(node, values, mended: parsed.condition.spelled(values.spelled))
    // The other dialects are those of expressions, which are reported at their locations.
    if parsed.dialects.contains(.p07UnquotedText) {
      diagnostics.dialect(
        .p07UnquotedText, at: node.location, specSpelling: "put the text in single quotes",
        fix: text.scalar?.fix)
    }
    return plan(parsed.condition, text)
  }

  /// A context that a `simple` condition has no use for (dialect P18).
  func reportIgnored(_ criterion: Criterion) {
    guard let context = criterion.context else { return }
    diagnostics.dialect(
      .p18IgnoredContext, at: context.location, specSpelling: "remove 'context'",
      fix: criterion.node?.removal(of: ["context"]).flatMap { Fix($0, help: "remove 'context'") })
  }

  /// That the context equals a JSON value (dialect P6).
  func equality(_ criterion: Criterion, _ literal: LiteralPlan) -> ConditionPlan? {
    guard let left = context(criterion) else { return nil }
    diagnostics.dialect(
      .p06JSONLiteral, at: criterion.condition.location,
      specSpelling:
        "compare each value in it by its JSON Pointer, in a condition without a context",
      fix: CriterionFix(criterion: criterion, values: values).fix(literal))
    return .comparison(.equal, left, .literal(literal), .strict)
  }

  private func plan(_ condition: Condition, _ text: EmbeddingText) -> ConditionPlan? {
    switch condition {
    case .or(let parts): return all(parts, text).map(ConditionPlan.or)
    case .and(let parts): return all(parts, text).map(ConditionPlan.and)
    case .not(let inner): return plan(inner, text).map(ConditionPlan.negated)
    case .operand(let operand): return text.value(operand).map(ConditionPlan.isTrue)
    case .comparison(let comparison, let left, let right):
      guard let left = text.value(left), let right = text.value(right) else { return nil }
      return .statusComparison(comparison, left, right)
        ?? .comparison(comparison, left, right, .loose)
    }
  }

  private func all(_ parts: [Condition], _ text: EmbeddingText) -> [ConditionPlan]? {
    let plans = parts.map { plan($0, text) }
    let present = plans.compactMap(\.self)
    return present.count == plans.count ? present : nil
  }
}

extension ConditionPlan {
  /// The plain form of a status compared with an integer, on either side.
  static func statusComparison(
    _ comparison: ComparisonOperator, _ left: ValuePlan, _ right: ValuePlan
  ) -> ConditionPlan? {
    if left.kind == .statusCode, let status = right.literal?.integer {
      return .status(comparison, status)
    }
    if right.kind == .statusCode, let status = left.literal?.integer {
      return .status(comparison.mirrored, status)
    }
    return nil
  }
}

extension LiteralPlan {
  /// The integer that the literal is or, as text, reads as.
  fileprivate var integer: Int? {
    switch self {
    case .number(let text), .string(let text): Int(text)
    default: nil
    }
  }
}

/// Criteria of type `jsonpath` (rules C4 to C6, dialects P4 and P5).
extension ConditionCompiler {
  func jsonPath(_ condition: JSONPathCondition, _ criterion: Criterion) -> ConditionPlan? {
    let node = criterion.condition
    guard let context = context(criterion)?.asDocument else { return nil }
    var text = EmbeddingText(node, values)
    if case .query(let query) = condition {
      text = EmbeddingText(node, values, mended: query.spelled(values.spelled))
    }
    let compiler = PathConditionCompiler(text: text, context: context)
    compiler.checkReadable()
    let fix = CriterionFix(criterion: criterion, values: values)
    switch condition {
    case .query(let query):
      guard let plan = compiler.exists(.init(query: query))?.plan else { return nil }
      if query.beginsWithFilter, values.isObject(context) {
        diagnostics.dialect(
          .p05FilterOnObject, at: node.location,
          specSpelling:
            "a filter selects members of an object; write a 'simple' condition",
          fix: fix.fix(query))
      }
      return plan
    case .dialect(let condition):
      guard let plan = compiler.guarded(condition) else { return nil }
      diagnostics.dialect(
        .p04JSONPathComparison, at: node.location,
        specSpelling: "write a 'simple' condition on pointers, or a query that finds a node",
        fix: fix.fix(condition))
      return plan
    }
  }
}

extension ParsedQuery {
  /// Whether its first step is a filter on what a node has, which on an object is tried on the
  /// object too (P5).
  fileprivate var beginsWithFilter: Bool {
    guard let first = segments.first, !first.isDescendant, first.selectors.count == 1,
      case .filter(let filter) = first.selectors[0]
    else { return false }
    return filter.asksOfNode
  }
}

/// Criteria of type `regex` (rules C3 and C6).
extension ConditionCompiler {
  func regex(_ parsed: RegexCondition, _ criterion: Criterion) -> ConditionPlan? {
    let node = criterion.condition
    guard let context = context(criterion)?.asDocument else { return nil }
    report(parsed, node)
    return QueryCompiler(text: EmbeddingText(node, values)).plan(parsed.pattern)
      .map { .match($0, context) }
  }

  private func report(_ parsed: RegexCondition, _ node: Node) {
    if let group = parsed.ignoringCase {
      diagnostics.dialect(
        .p18CaseFlag, at: node.location, specSpelling: "write '\(group)'",
        fix: Fix(at: node.location, replacing: parsed.text, with: group))
    }
    guard let (pattern, flags) = parsed.betweenSlashes else { return }
    let what = flags.isEmpty ? "are" : "and \(flags.quotedForMessage) are"
    diagnostics.warning(
      "a pattern has no delimiters: the slashes \(what) matched as text", at: node.location,
      suggestion: "write the pattern without them",
      fix: Fix(
        at: node.location, replacing: parsed.text,
        with: flags.isEmpty ? pattern : "(?\(flags):\(pattern))"))
  }
}
