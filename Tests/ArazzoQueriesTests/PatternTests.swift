import ArazzoExpressions
@_spi(Generated) import ArazzoRuntime
@_spi(Generated) import ParsedQueries
import Testing

@_spi(Generated) @testable import ArazzoQueries

@Suite("Regular expressions") struct PatternTests {
  @Test(
    "c3_matchesAnywhereUnlessAnchored",
    arguments: [
      ("run", "a run b", true), ("^run", "a run", false), ("^run$", "run", true), ("", "", true),
      ("^run-\\d+$", "run-42", true), ("^run-\\d+$", "run-", false), ("a|b", "xb", true),
      ("^(?:a|b)$", "ab", false), ("^a{2,3}$", "aaaa", false), ("^a{2,}$", "aaaa", true),
      ("^a{3}$", "aaa", true), ("^a?b*c+?$", "cc", true), ("^(ab)+$", "ababab", true),
      ("^(?<year>\\d{4})-\\d\\d$", "2024-11", true), ("^[^a-c]$", "b", false),
      ("^[^a-c]$", "d", true), ("[]", "a", false), ("^[^]$", "\n", true),
      ("^.$", "\u{2028}", false),
      ("\\bcat\\b", "a cat!", true), ("\\bcat\\b", "concat", false), ("\\Bcat", "concat", true),
      ("^[\\s\\S]*404 - [\\s\\S]*$", "<b>\n404 - none\n", true), ("\\u0041\\x42\\cJ", "AB\n", true),
      ("\\u{1F600}", "😀", true), ("^\\ud83d\\ude00$", "😀", true), ("^.$", "😀", true),
      ("^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$", "a.b+c@d-e.org", true), ("a{,2}", "a{,2}", true),
      ("^\\/cookies\\/4711$", "/cookies/4711", true), ("\\p{Lu}", "é", false),
      ("\\p{Lu}", "É", true), ("\\P{L}", "abc", false), ("\\p{Letter}", "1a", true),
      ("^\\S+$", "a\u{A0}b", false), ("^(?i:ab[c-e])F$", "AbDF", true),
      ("^(?i:straße)$", "STRAßE", true), ("(?m:^b$)", "a\nb\nc", true),
      ("^(?s:a.c)$", "a\nc", true),
      ("^e\u{301}$", "é", false), ("(?:^)*a", "ba", true), ("(?:\\b)+cat", "concat", false),
      ("(^)?b", "ab", true), ("a(?:$){2}", "ba", true), ("(?=a)*b", "b", true),
    ])
  func c3(pattern: String, text: String, isFound: Bool) throws {
    #expect(try RegexPattern(ParsedPattern.parse(pattern)).finds(in: text) == isFound)
  }

  @Test(
    "Look-ahead and look-behind, nested and repeated",
    arguments: [
      ("^(?=.*\\d)(?=.*[a-z]).{4,}$", "ab1c", true), ("^(?=.*\\d)(?=.*[a-z]).{4,}$", "abcd", false),
      ("^(?!.*error)", "all fine", true), ("^(?!.*error)", "an error", false),
      ("(?<=\\$)\\d+", "costs $5", true), ("(?<=\\$)\\d+", "costs 5", false),
      ("(?<!a)b", "ab", false), ("(?<!a)b", "cb", true), ("(?<=a(?=bc)b?)c", "abc", true),
      ("(?=(?<=a)b)b", "ab", true), ("^(?:(?!aa)\\w)+$", "abab", true),
      ("^(?:(?!aa)\\w)+$", "abaab", false), ("(?=ab(?!c))a", "abc abd", true),
      ("a(?=$)", "ba", true),
    ])
  func looks(pattern: String, text: String, isFound: Bool) throws {
    #expect(try RegexPattern(ParsedPattern.parse(pattern)).finds(in: text) == isFound)
  }

  @Test("c3_missingContextIsFalse")
  func c3Missing() {
    #expect(!RegexPattern(.zeroOrMore(.any)).finds(in: nil as String?))
    #expect(!RegexPattern("null").finds(in: JSONValue.null), "C9: null is no text")
    #expect(!JSONPath().finds(in: .null) && !JSONPath().finds(in: nil))
    #expect(RegexPattern(.start, "200", .end).finds(in: 200))
  }

  @Test("c6_aValueInAPatternIsMatchedLiterally")
  func c6() throws {
    let parsed = try ParsedPattern.parse("^{$inputs.a}+$")
    let value = ParsedExpression(.inputs(.init(path: "a")))
    #expect(parsed.values == [.expression(value, offset: 2)])
    #expect(RegexPattern(parsed, values: [".*"]).finds(in: ".*.*"))
    #expect(!RegexPattern(parsed, values: [".*"]).finds(in: "anything"))
    #expect(RegexPattern(parsed, values: [12]).finds(in: "1212"))
    #expect(!RegexPattern(parsed, values: [nil]).finds(in: ""))
    let negated = try ParsedPattern.parse("^(?!{$inputs.a})")
    #expect(!RegexPattern(negated, values: [nil]).finds(in: "a"), "missing: the criterion is false")
  }

  @Test("What is built reads like the pattern")
  func construction() {
    let pattern = RegexPattern(
      .start, .either("run", "job"), "-", .repeated(2...3, .one(of: .range("a", "f"), .digit)),
      .optional(.group("/", .oneOrMore(.word))), .notAhead(.space), .end)
    #expect(pattern.finds(in: "run-a1/x"))
    #expect(!pattern.finds(in: "run-a/x"))
  }
}
