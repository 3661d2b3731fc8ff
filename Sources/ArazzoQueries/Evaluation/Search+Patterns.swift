@_spi(Generated) import ArazzoRuntime

/// Matching texts.
extension Search {
  mutating func matches(_ value: JSONValue?, _ pattern: RegexPattern) -> Bool {
    guard case .string(let text)? = value else { return false }
    return pattern.finds(in: text, &budget)
  }

  /// Matches against a pattern that is itself a value, read once for all nodes.
  mutating func matches(_ value: JSONValue?, pattern text: JSONValue?, isWhole: Bool) -> Bool {
    guard case .string(let text)? = text, let pattern = pattern(text) else { return false }
    return matches(value, isWhole ? pattern.anchored : pattern)
  }

  private mutating func pattern(_ text: String) -> RegexPattern? {
    guard budget.spend(text.utf8.count) else { return nil }
    let key = Array(text.utf8)
    if let known = patterns[key] { return known }
    guard budget.spend(Budget.pattern * key.count) else { return nil }
    let pattern = PatternReader.pattern(text)
    guard budget.spend(Budget.pattern * (pattern?.size ?? 0)) else { return nil }
    // A value with many patterns must not fill the memory with them.
    if patterns.count >= Self.keptPatterns { patterns = [:] }
    patterns[key] = .some(pattern)
    return pattern
  }

  private static let keptPatterns = 32
}
