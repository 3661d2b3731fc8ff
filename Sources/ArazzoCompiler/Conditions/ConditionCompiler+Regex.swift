import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Criteria of type `regex` (rules C3 and C6).
extension ConditionCompiler {
  func regex(_ criterion: Criterion) -> ConditionPlan? {
    guard let text = conditionText(criterion),
      let context = criterion.context.flatMap(context)?.asDocument
    else {
      return nil
    }
    let node = criterion.condition
    do {
      let parsed = try ParsedPattern.parse(ignoringCase(text, node))
      warnAboutSlashes(text, node)
      return QueryCompiler(conditions: self, node: node).plan(parsed).map { .match($0, context) }
    } catch {
      report(error, node)
      return nil
    }
  }

  /// `(?i)` at the start, which ECMA-262 does not have, as the group that it has (dialect P18): of the
  /// same length, so that places stay what they are.
  private func ignoringCase(_ text: String, _ node: Node) -> String {
    guard text.hasPrefix("(?i)") else { return text }
    let group = "(?i:\(text.dropFirst("(?i)".count)))"
    diagnostics.dialect(
      .p18LooseForm, at: node.location, specSpelling: "write '\(group)'",
      fix: Fix(at: node.location, replacing: text, with: group))
    return group
  }

  /// `/…/i` is how JavaScript writes a pattern; here the slashes are characters to be found.
  private func warnAboutSlashes(_ text: String, _ node: Node) {
    guard text.first == "/", let end = text.lastIndex(of: "/"), end != text.startIndex,
      text[end...].dropFirst().allSatisfy({ "dgimsuvy".contains($0) })
    else { return }
    let pattern = text[..<end].dropFirst()
    guard pattern.hasPrefix("^") || pattern.hasSuffix("$") || text.last != "/" else { return }
    let flags = text[end...].dropFirst().filter { "ims".contains($0) }
    let mended = flags.isEmpty ? String(pattern) : "(?\(flags):\(pattern))"
    let what = flags.isEmpty ? "are" : "and the flags behind them are"
    diagnostics.warning(
      "the slashes around the pattern \(what) part of it", at: node.location,
      suggestion: "write what stands between them",
      fix: Fix(at: node.location, replacing: text, with: mended))
  }
}
