import Testing

@testable import ArazzoExpressions

@Suite("JSONPath") struct JSONPathTests {
  @Test(
    "Queries become trees",
    arguments: [
      ("$", "$"),
      ("$.a['b c'][\"d\"][0][-1]", "$['a']['b c']['d'][0][-1]"),
      ("$..a[*].*", "$..['a'][*][*]"),
      ("$..['a',1, 2:3 ]", "$..['a',1,2:3:1]"),
      ("$[::-2]", "$[::-2]"),
      ("$ .a [0]", "$['a'][0]"),
      ("$[?@.a && !@.b || $.c]", "$[?(or (and @['a'] (not @['b'])) $['c'])]"),
      ("$[?(@.a == 'x' && (@.b < 1))]", "$[?(and (== @['a'] 'x') (< @['b'] 1))]"),
      ("$[?length(@.a) > 2]", "$[?(> length(@['a']) 2)]"),
      ("$[?match(@.a, 'x.*')]", "$[?match(@['a'],'x.*')]"),
      ("$[?count(@[?@.b]) == 1, 'c']", "$[?(== count(@[?@['b']]) 1),'c']"),
      ("$['\\u263a\\ud83d\\ude00\\n\\'']", "$['☺😀\n'']"),
    ])
  func queries(text: String, expected: String) throws {
    #expect(try ParsedQuery.parse(text).rendered == expected)
  }

  @Test(
    "A runtime expression stands where a value stands (C6)",
    arguments: [
      ("$[?@.id == {$inputs.id}]", "$[?(== @['id'] {inputs id}@12)]"),
      ("$[?(@.s == \"{$inputs.s}\")]", "$[?(== @['s'] template@12[braced@1<inputs s>])]"),
      ("$[?@.s == 'a-{$inputs.s}']", "$[?(== @['s'] template@11[a-|braced@3<inputs s>])]"),
      (
        "$[{$inputs.i}]['{$inputs.n}'].{$url}",
        "$[{inputs i}@3][template@16[braced@1<inputs n>]][{url}@31]"
      ),
      ("$[?search(@.a, '{$inputs.p}')]", "$[?search(@['a'],template@16[braced@1<inputs p>])]"),
      ("$[?length({$inputs.p}) == 1]", "$[?(== length({inputs p}@11) 1)]"),
    ])
  func embedded(text: String, expected: String) throws {
    #expect(try ParsedQuery.parse(text).rendered == expected)
  }

  @Test(
    "An error tells where",
    arguments: [
      ("", 0), ("a", 0), ("@.a", 0), ("$.", 2), ("$[", 2), ("$['a'", 1), ("$['a", 2), ("$[01]", 2),
      ("$.a == 1", 3), ("$[?@.a = 1]", 7), ("$[?lenght(@.a) == 1]", 3), ("$[?@.* == 1]", 3),
      ("$[?length(@.a)]", 3), ("$[?@.a == {$foo}]", 11), ("$[?{$inputs.a}]", 3), ("$['\\x']", 3),
      ("$[9007199254740992]", 2), ("$[?@.id == '{$inputs.id']", 12), ("$[?@.a == abc]", 10),
    ])
  func errors(text: String, offset: Int) throws {
    let error = try #require(throws: ExpressionError.self) { _ = try ParsedQuery.parse(text) }
    #expect(error.offset == offset, "\(error)")
  }

  @Test("A function that is nearly right is suggested")
  func suggestion() throws {
    let error = try #require(throws: ExpressionError.self) {
      _ = try ParsedQuery.parse("$[?lenght(@.a) == 1]")
    }
    #expect(error.suggestion == "length")
  }
}
