import ArazzoExpressions
@_spi(Generated) import ArazzoQueries
import Foundation
@_spi(Generated) import ParsedQueries

/// Patterns and texts, beside Foundation's regular expressions where both mean the same.
struct PatternFuzzer: Fuzzer {
  /// How long Foundation may look before a missing match says nothing, in seconds.
  private static let patience = 0.1

  func makeCase(_ random: inout RandomSource) -> FuzzCase {
    let isShared = random.chance(60)
    var pattern = Array(Self.pattern(&random, depth: random.between(1, 3)).utf8)
    if !isShared {
      pattern += (0..<random.below(4)).flatMap { _ in Self.stranger(&random).utf8 }
      while random.chance(50) { pattern = TextMutator.mutate(pattern, &random) }
    }
    let text = (0..<random.below(isShared ? 12 : 400)).map { _ in
      random.pick("a", "b", "c", "1", "-")
    }
    return FuzzCase(
      files: [
        FuzzCase.File(name: isShared ? "shared.txt" : "pattern.txt", bytes: pattern),
        FuzzCase.File(name: "text.txt", bytes: Array(text.joined().utf8)),
      ], document: "")
  }

  /// A pattern of what every language of patterns has.
  private static func pattern(_ random: inout RandomSource, depth: Int) -> String {
    let parts = (0..<random.between(1, 3)).map { _ in
      switch random.below(depth > 0 ? 8 : 4) {
      case 0, 1: random.pick("a", "b", "c", "1", "\\-", ".") + quantifier(&random)
      case 2:
        random.pick("[a-c]", "[^a]", "\\d", "\\w", "\\s", "[\\d\\-]", "\\D") + quantifier(&random)
      case 3: random.pick("^", "$", "\\b", "\\B", "")
      case 4: "(?=\(pattern(&random, depth: depth - 1)))"
      case 5: "(?!\(pattern(&random, depth: depth - 1)))"
      default:
        random.pick("(", "(?:") + pattern(&random, depth: depth - 1) + ")" + repetition(&random)
      }
    }
    let sequence = parts.joined()
    return random.chance(20) ? "\(sequence)|\(pattern(&random, depth: depth - 1))" : sequence
  }

  /// How often a group stands. None is lazy: Foundation misses matches of lazy groups that can be
  /// empty, as of `(\w?\w+?([a-c]*)*?)+[^a]` in `acccc`.
  private static func repetition(_ random: inout RandomSource) -> String {
    random.pick("", "", "*", "+", "?", "{2}", "{1,3}")
  }

  private static func quantifier(_ random: inout RandomSource) -> String {
    random.pick("", "", "", "*", "+", "?", "{2}", "{1,3}", "{0,1}", "*?", "+?", "??", "{2,}?")
  }

  private static func stranger(_ random: inout RandomSource) -> String {
    random.pick(
      "(?<n>a)", "\\1", "\\k<n>", "(?<=a)", "(?<!b)", "\\p{L}", "\\P{Lu}", "[^]", "[]", "{1,}",
      "a{99999}",
      "((a{99}){99}){99}", "\\u{1F600}", "\\u00e9", "(?i:x)", "(?i)", "[[:alpha:]]", "[a&&b]",
      "{$inputs.x}",
      "\\cJ", "\\0", "(", ")", "[", "]", "{", "}", "*", "\\", "[z-a]", "😀", "(a*)*", "(a+)+$")
  }

  func run(
    _ input: FuzzCase, in workspace: Workspace, _ random: inout RandomSource
  ) throws -> Verdict {
    let isShared = input.files.first?.name == "shared.txt"
    let pattern = input.text(of: input.files.first?.name ?? "")
    let text = input.text(of: "text.txt")
    let parsed: ParsedPattern
    do {
      parsed = try ParsedPattern.parse(pattern)
    } catch {
      guard (0...pattern.unicodeScalars.count).contains(error.offset) else {
        throw FuzzFailure("the error is at no place of the pattern: \(error)")
      }
      if isShared, (try? NSRegularExpression(pattern: pattern)) != nil {
        throw FuzzFailure("only Foundation accepts \(pattern): \(error)")
      }
      return .refused
    }
    _ = find(parsed, in: text)
    return .accepted
  }

  private func find(_ pattern: ParsedPattern, in text: String) -> Bool {
    RegexPattern(pattern, values: pattern.values.map { _ in "a" }).finds(in: text)
  }

  func compare(_ input: FuzzCase) throws {
    let (pattern, text) = (input.text(of: "shared.txt"), input.text(of: "text.txt"))
    // Foundation takes no empty pattern.
    guard !pattern.isEmpty, let parsed = try? ParsedPattern.parse(pattern) else { return }
    let isFound = find(parsed, in: text)
    let expression = try NSRegularExpression(pattern: pattern)
    let range = NSRange(text.startIndex..., in: text)
    let start = ProcessorTime.now
    let other = expression.firstMatch(in: text, range: range) != nil
    // Foundation gives up after some time, and says that there is no match.
    if !other, ProcessorTime.now - start > Self.patience { return }
    guard other == isFound else {
      throw FuzzFailure(
        "\(pattern) is \(isFound ? "found" : "not found") in '\(text)', not so by Foundation")
    }
  }
}
