import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Reports conditions that always or never hold.
struct ConditionChecker {
  let values: ValueCompiler

  private var diagnostics: Diagnostics { values.diagnostics }

  /// Checks one criterion, except a plain `true` or `false`, which is intended.
  func check(_ plan: CriterionPlan, at location: Location) {
    let remarks = plan.condition.flattened.compactMap(remark)
    for remark in remarks {
      diagnostics.warning(remark.message, at: location, suggestion: remark.suggestion)
    }
    guard remarks.isEmpty, !plan.condition.isPlain else { return }
    switch truth(of: [plan.condition]) {
    case .unknown: break
    case .always where values.isAfterFailure: break
    case .always: diagnostics.warning("the condition always holds", at: location)
    case .never: diagnostics.warning("the condition never holds", at: location)
    }
  }

  /// Looks at criteria that must hold together, each of which may well hold alone.
  func check(together criteria: [(plan: CriterionPlan, location: Location)]) {
    guard criteria.count > 1, criteria.count <= 50 else { return }
    for (index, later) in criteria.enumerated().dropFirst() {
      guard truth(of: [later.plan.condition]) == .unknown else { continue }
      let earlier = criteria[..<index].first {
        truth(of: [$0.plan.condition]) == .unknown
          && truth(of: [$0.plan.condition, later.plan.condition]) == .never
      }
      guard let earlier else { continue }
      diagnostics.add(
        Diagnostic(
          .warning, "the condition never holds together with \(earlier.plan.text.quotedForMessage)",
          at: later.location,
          suggestion: "all criteria of a list must hold"
            + (earlier.plan.isComparison && later.plan.isComparison
              ? "; to accept either, write \(earlier.plan.text) || \(later.plan.text)" : ""),
          related: [.init("the other one is here", at: earlier.location)]))
      return
    }
  }

  private func truth(of conditions: [ConditionPlan]) -> Truth {
    if ConditionPlan.and(conditions).contradictsItself { return .never }
    if case .or(let parts)? = conditions.first, conditions.count == 1,
      ConditionPlan.and(parts.map(ConditionPlan.not)).contradictsItself
    {
      return .always
    }
    return StatusTruth(rest: truth).truth(of: conditions)
  }

  // MARK: one comparison

  private func truth(of condition: ConditionPlan) -> Truth {
    switch condition {
    case .isTrue(let value): value.literal.map { Truth($0.isTrue) } ?? .unknown
    case .comparison(let comparison, let left, let right, let kind):
      truth(comparison, left, right, kind)
    default: .unknown
    }
  }

  private func truth(
    _ comparison: ComparisonOperator, _ left: ValuePlan, _ right: ValuePlan,
    _ kind: ConditionPlan.Comparison
  ) -> Truth {
    if let left = left.literal, let right = right.literal {
      return left.truth(comparison, right)
    }
    guard let (value, literal, comparison) = sided(comparison, left, right), kind != .strictLength,
      let facts = values.facts(of: value)
    else { return .unknown }
    return ComparisonTruth(facts: facts, literal: literal, comparison: kind).truth(comparison)
  }

  /// The value and the literal that it is compared with, as if the value stood on the left.
  private func sided(
    _ comparison: ComparisonOperator, _ left: ValuePlan, _ right: ValuePlan
  ) -> (ValuePlan, LiteralPlan, ComparisonOperator)? {
    if let literal = right.literal { return (left, literal, comparison) }
    return left.literal.map { (right, $0, comparison.mirrored) }
  }

  /// The warning for a comparison with a value that can't occur.
  private func remark(_ condition: ConditionPlan) -> (message: String, suggestion: String?)? {
    if let remark = contentTypeRemark(condition) { return remark }
    guard case .comparison(let comparison, let left, let right, _) = condition,
      let (value, literal, _) = sided(comparison, left, right), value.literal == nil,
      truth(of: condition) != .unknown, let facts = values.facts(of: value)
    else { return nil }
    let outcome = truth(of: condition) == .always ? "always" : "never"
    let what = value.spelling?.quotedForMessage ?? "the value"
    if let words = facts.words, case .string(let text) = literal {
      return (
        "the comparison \(outcome) holds: by the API description, \(what) is never "
          + text.quotedForMessage,
        didYouMean(text, in: words)
      )
    }
    let advice = literal.unquoted(for: facts).map { "write \($0) without quotes" }
    return (
      "the comparison \(outcome) holds: \(what) is \(facts.phrase), but it is compared with "
        + literal.phrase,
      advice
    )
  }

  /// The warning for a media type that no successful response has.
  private func contentTypeRemark(
    _ condition: ConditionPlan
  ) -> (message: String, suggestion: String?)? {
    guard case .comparison(.equal, let left, let right, _) = condition,
      let (value, literal, _) = sided(.equal, left, right),
      case .responseHeader(let name) = value.kind, name.lowercased() == "content-type",
      case .string(let text) = literal, let success = values.success
    else { return nil }
    let offered = success.responses.flatMap(\.content)
    guard !offered.isEmpty, !offered.contains(where: { $0.isAdmitted(by: [text.mediaType]) }) else {
      return nil
    }
    var seen: Set<String> = []
    let names = offered.map(\.name).filter { seen.insert($0).inserted }
    return (
      "the comparison with \(text.quotedForMessage) never holds: "
        + "\(success.operation.method) \(success.operation.path) returns "
        + names.map(\.quotedForMessage).joined(separator: " or "), nil
    )
  }
}

extension CriterionPlan {
  /// Whether the criterion is a comparison of the language of simple conditions.
  fileprivate var isComparison: Bool {
    switch condition {
    case .status: true
    case .comparison(_, _, _, let kind): kind == .loose
    default: false
    }
  }
}
