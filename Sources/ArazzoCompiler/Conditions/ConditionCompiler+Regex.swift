import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

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
        .p18LooseForm, at: node.location, specSpelling: "write '\(group)'",
        fix: Fix(at: node.location, replacing: parsed.text, with: group))
    }
    guard let (pattern, flags) = parsed.betweenSlashes else { return }
    let what = flags.isEmpty ? "are" : "and the flags behind them are"
    diagnostics.warning(
      "the slashes around the pattern \(what) part of it", at: node.location,
      suggestion: "write what stands between them",
      fix: Fix(
        at: node.location, replacing: parsed.text,
        with: flags.isEmpty ? pattern : "(?\(flags):\(pattern))"))
  }
}
