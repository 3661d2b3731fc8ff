import Testing

@testable import ArazzoExpressions

@Suite("Conditions of type jsonpath") struct JSONPathConditionTests {
  @Test(
    "An RFC 9535 query comes first (C4)",
    arguments: [
      ("$.a", "query $['a']"), ("$[?@.a == 1]", "query $[?(== @['a'] 1)]"),
      ("$.items.length", "query $['items']['length']"),
    ])
  func query(text: String, expected: String) throws {
    #expect(try JSONPathCondition.parse(text).rendered == expected)
  }

  @Test(
    "A comparison is read as dialect P4",
    arguments: [
      ("$.run.status == 'done'", "(== $['run']['status'] 'done')"),
      ("$.a == 1 || $.b == 2 && !$.c", "(or (== $['a'] 1) (and (== $['b'] 2) (not $['c'])))"),
      ("($.a == \"x\") && $.b", "(and (== $['a'] 'x') $['b'])"),
      ("!($.a == null)", "(not (== $['a'] null))"),
      ("$.items.length > 0", "(> $['items'] length 0)"),
      ("$.items.length() > 0", "(> $['items'] length 0)"),
      ("$.length == 0", "(== $ length 0)"),
      ("$..length == 0", "(== $..['length'] 0)"),
      ("$.a[*][*].b != 'x'", "(!= $['a'][*][*]['b'] 'x')"),
      ("$.d[?(@.id == 'm')].length == 0", "(== $['d'][?(== @['id'] 'm')] length 0)"),
      ("$.a == $.b", "(== $['a'] $['b'])"),
      ("1.5 < $.a", "(< 1.5 $['a'])"),
      ("$.k == {$inputs.x}", "(== $['k'] {inputs x}@8)"),
      ("$.k == $inputs.x", "(== $['k'] {inputs x}@7)"),
      ("$.k == 'a {$inputs.x}'", "(== $['k'] template@8[a |braced@3<inputs x>])"),
      ("#/name == 'x'", "(== $['name'] 'x')"),
      ("#/a/0/b>1", "(> $['a']['0',0]['b'] 1)"),
      ("#/message == Order not found", "(== $['message'] 'Order not found')"),
      (" $.a ", "$['a']"),
    ])
  func dialect(text: String, expected: String) throws {
    #expect(try JSONPathCondition.parse(text).rendered == "dialect \(expected)")
  }

  @Test(
    "Anything else is an error (C5)",
    arguments: [
      ("", 0, nil), ("$.a = 1", 4, "=="), ("$.a == abc", 7, nil),
      ("$.a == 1 and $.b == 2", 9, "&&"),
      ("1", 0, nil), ("$.a ==", 6, nil), ("@.a == 1", 0, "$"), ("$.a === 1", 6, "=="),
      ("$.a == {$foo.bar}", 8, nil), ("length($.a) > 0", 0, nil), ("($.a == 1", 0, nil),
      ("$.a == $input.b", 7, "$inputs"), ("$.a contains 'x'", 4, nil), ("!1 == 2", 1, nil),
    ] as [(String, Int, String?)])
  func errors(text: String, offset: Int, suggestion: String?) throws {
    let error = try #require(throws: ExpressionError.self) { _ = try JSONPathCondition.parse(text) }
    #expect(error.offset == offset, "\(error)")
    #expect(error.suggestion == suggestion, "\(error)")
  }
}
