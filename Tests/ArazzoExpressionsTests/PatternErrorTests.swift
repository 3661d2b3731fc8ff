import Testing

@testable import ArazzoExpressions

@Suite("Regular expressions are checked when code is generated") struct PatternErrorTests {
  @Test(
    "c3_aMalformedPatternIsRefusedWithItsPlace",
    arguments: [
      ("a**", 2), ("*a", 0), ("a|+", 2), ("(a", 0), ("a)", 1), ("[a", 0), ("[b-a]", 1),
      ("a{2,1}", 1),
      ("{2}", 0), ("\\1", 0), ("(a)\\2", 3), ("\\k<n>", 0), ("\\A", 0), ("a\\z", 1), ("\\", 0),
      ("a++", 2), ("(?>a)", 0), ("(?P<n>a)", 0), ("(?i)a", 0), ("(?<1>a)", 0),
      ("\\p{Script=Greek}", 0),
      ("\\xz", 0), ("\\ud83d", 0), ("^*", 0), ("a\\b+", 1), ("(?<=a)*", 0),
      ("(?<!a){2}", 0), ("[{$inputs.a}]", 2), ("a{{$inputs.a}}", 1),
      ("{$foo}", 1),
      ("a{99999}", 0), ("(((a{99}){99}){99}){99}", 0), ("(?#a)", 0),
    ])
  func errors(text: String, offset: Int) throws {
    let error = try #require(throws: ExpressionError.self) { _ = try ParsedPattern.parse(text) }
    #expect(error.offset == offset, "\(error)")
  }

  @Test(
    "Patterns of JSONPath keep to RFC 9485",
    arguments: ["\\d", "\\w+", "a*?", "(?:a)", "(?=a)", "\\b", "[^]", "]", "{", "\\x41", "[a[]"])
  func strict(text: String) throws {
    let error = try #require(throws: ExpressionError.self) {
      _ = try ParsedPattern.parse(.text(text), at: 7, language: .iRegexp)
    }
    #expect(error.offset == 7)
  }

  @Test("The usual spelling is suggested")
  func suggestions() throws {
    let error = try #require(throws: ExpressionError.self) {
      _ = try ParsedPattern.parse(.text("\\d"), at: 0, language: .iRegexp)
    }
    #expect(error.suggestion == "[0-9]")
  }

  @Test("Values in a pattern are counted in order")
  func values() throws {
    let parsed = try ParsedPattern.parse("^{$inputs.a}-{$inputs.b}?$")
    #expect(
      parsed.tree
        == .sequence([
          .place(.start), .embedded(0), .text("-"), .repeated(.embedded(1), minimum: 0, maximum: 1),
          .place(.end),
        ]))
    #expect(parsed.values.map(\.renderedInQuery) == ["{inputs a}@2", "{inputs b}@14"])
  }
}
