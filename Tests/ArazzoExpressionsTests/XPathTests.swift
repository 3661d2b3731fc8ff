import Testing

@testable import ArazzoExpressions

@Suite("XPath") struct XPathTests {
  @Test("A path becomes steps")
  func paths() throws {
    let path = try ParsedXPath.parse("/a//@p:b[1]/..")
    #expect(
      path
        == .path(
          .init(
            start: .root,
            steps: [
              .init(axis: .child, test: .name(prefix: nil, "a")), .anywhere,
              .init(
                axis: .attribute, test: .name(prefix: "p", "b"), predicates: [.number("1")]),
              .init(axis: .parent, test: .node),
            ])))
  }

  @Test(
    "Names and operators are told apart by their place",
    arguments: [
      ("and and or or div", "(or (and and or) div)"), ("* * *", "(* * *)"),
      ("a-b - c", "(- a-b c)"), ("div div mod mod mod", "(mod (div div mod) mod)"),
      ("a|b/c", "(| a b/c)"), ("-a|b", "(neg (| a b))"), ("1 < 2 = 3 > 4", "(= (< 1 2) (> 3 4))"),
      ("a or b and c = d + e * f", "(or a (and b (= c (+ d (* e f)))))"), ("/ = /a", "(= / /a)"),
      ("text = text()", "(= text text())"), ("count = count(a)", "(= count count(a))"),
      ("(a)[1][b]/c", "(filter a 1 b)/c"), (".5 + 5.", "(+ .5 5.)"), ("if = for", "(= if for)"),
    ])
  func operators(text: String, expected: String) throws {
    #expect(try ParsedXPath.parse(text).rendered == expected)
  }

  @Test(
    "A runtime expression stands where a value stands (C6)",
    arguments: [
      ("//a[@id = {$inputs.id}]", "/descendant-or-self::node()/a[(= @id {inputs id}@11)]"),
      ("a = 'x-{$inputs.s}'", "(= a template@5[x-|braced@3<inputs s>])"),
      ("a[{$inputs.i}]", "a[{inputs i}@3]"), ("concat({$url}, '')", "concat({url}@8 '')"),
      ("'$5'", "'$5'"),
    ])
  func v3_C6_embedded(text: String, expected: String) throws {
    #expect(try ParsedXPath.parse(text).rendered == expected)
  }

  @Test(
    "An error tells where",
    arguments: [
      ("", 0), (" ", 1), ("/a/", 3), ("a[", 2), ("a[]", 2), ("a[1", 1), ("(a", 0), ("a)", 1),
      ("a b", 2),
      ("'x", 0), ("count()", 0), ("count(1)", 6), ("count(a, b)", 0), ("cuont(a)", 0), ("a | 1", 4),
      ("1 | a", 0), ("'a'[1]", 0), ("'a'/b", 0), ("childs::a", 0), ("a/{$inputs.x}", 2),
      ("{$inputs.x}/a", 0),
      ("{$inputs.x}[1]", 0), ("a[{$nope}]", 3), ("$x", 0), ("a + ", 4), ("p:", 2), ("a == b", 2),
      ("a && b", 2), ("name(a) AND b", 8), ("node('x')", 5), ("a = '{$nope}'", 6), ("@", 1),
      ("a!", 1),
    ])
  func errors(text: String, offset: Int) throws {
    let error = try #require(throws: ExpressionError.self) { _ = try ParsedXPath.parse(text) }
    #expect(error.offset == offset, "\(text): \(error)")
  }

  @Test(
    "What XPath 2.0 brought is refused by name (C7)",
    arguments: [
      ("if (a) then b else c", "if (…) then … else"), ("for $x in a return $x", "for … in"),
      ("some $x in a satisfies $x", "some … satisfies"), ("every $x in a satisfies $x", "every …"),
      ("let $x := 1 return $x", "let … return"), ("matches(a, 'x')", "'matches'"),
      ("lower-case(a) = 'x'", "'lower-case'"), ("ends-with(a, 'x')", "'ends-with'"),
      ("string-join(a, ',')", "'string-join'"), ("a eq b", "'eq'"), ("a ne b", "'ne'"),
      ("a lt 1", "'lt'"), ("(1, 2)", "sequence"), ("()", "empty sequence"), ("a || b", "'||'"),
      ("a/lower-case(.)", "lower-case"), ("a/(b | c)", "(…)"), ("1 to 3", "'to'"),
      ("a idiv 2", "'idiv'"),
      ("a ! b", "'!'"), ("a => b()", "'=>'"), ("*:a", "*:name"), ("fn:count(a)", "fn:count"),
      ("element(a)", "element()"), ("a/element()", "element()"), ("1e3", "exponent"),
      ("'it''s'", "doubled quote"), ("(: x :) a", "comment"), ("a instance of b", "'instance'"),
      ("a cast as b", "'cast'"), ("a union b", "'union'"), ("a except b", "'except'"),
      (".[1]", "2.0"),
      ("map { 'a': 1 }", "map"), ("exists(a)", "'exists'"), ("a << b", "'<<'"), ("a is b", "'is'"),
    ])
  func v3_C7_laterVersions(text: String, construct: String) throws {
    let error = try #require(throws: ExpressionError.self) { _ = try ParsedXPath.parse(text) }
    #expect(error.message.contains(construct), "\(error)")
    #expect(error.message.contains("2.0"), "\(error)")
  }

  @Test("A name that is nearly right is suggested")
  func suggestions() throws {
    for (text, suggestion) in [
      ("cout(a)", "count"), ("childs::a", "child"), ("start-with(a, b)", "starts-with"),
      ("a == b", "="), ("a && b", "and"),
    ] {
      let error = try #require(throws: ExpressionError.self) { try ParsedXPath.parse(text) }
      #expect(error.suggestion == suggestion)
    }
  }

  @Test("Depth and length are bounded")
  func bounds() {
    for piece in ["(", "a[", "-(", "not(", "1+", "a/", "a|", "a or ", "- ", "//", "'{$inputs.a}'="]
    {
      for end in ["1", ""] {
        _ = try? ParsedXPath.parse(String(repeating: piece, count: 5000) + end)
      }
    }
    #expect(throws: ExpressionError.self) {
      try ParsedXPath.parse(String(repeating: "1+", count: 300) + "1")
    }
    #expect(throws: ExpressionError.self) {
      try ParsedXPath.parse(
        String(repeating: "(", count: 100) + "1" + String(repeating: ")", count: 100))
    }
  }
}
