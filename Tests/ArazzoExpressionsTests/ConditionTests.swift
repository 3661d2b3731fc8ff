import ArazzoDocuments
import Testing

@testable import ArazzoExpressions

@Suite("Simple conditions") struct ConditionTests {
  @Test(
    "Operators bind in the order !, comparison, &&, ||",
    arguments: [
      ("$statusCode == 200", "(== <statusCode> 200)"),
      ("$statusCode==200", "(== <statusCode> 200)"),
      (
        "$statusCode >= 200 && $statusCode < 300",
        "(and (>= <statusCode> 200) (< <statusCode> 300))"
      ),
      ("1<2||3>4&&5<=6", "(or (< 1 2) (and (> 3 4) (<= 5 6)))"),
      ("(1 == 2 || 3 != 4) && true", "(and (or (== 1 2) (!= 3 4)) true)"),
      ("!$inputs.a && $inputs.b", "(and (not <inputs a>) <inputs b>)"),
      ("!!($inputs.a)", "(not (not <inputs a>))"),
      ("!(1 == 2)", "(not (== 1 2))"),
      ("!$inputs.a == true", "(not <inputs a>)"),
      ("(1 == 2) != true", "(not (== 1 2))"),
      ("($inputs.a) == (1)", "(== <inputs a> 1)"),
      ("  $inputs.a\n", "<inputs a>"),
    ])
  func precedence(text: String, expected: String) throws {
    let parsed = try Condition.parse(text)
    #expect(parsed.condition.rendered == expected)
    #expect(parsed.dialects.isEmpty)
  }

  @Test(
    "Literals",
    arguments: [
      ("true", "true"), ("false", "false"), ("null", "null"), ("-1", "-1"), ("1.50", "1.50"),
      ("-2.5e+10", "-2.5e+10"), ("1E3", "1E3"), ("'it''s'", "'it's'"), ("''", "''"),
      ("'a \"b\" && c'", "'a \"b\" && c'"), ("\"a 'b'\"", "'a 'b''"), ("\"a\\\"b\"", "'a\"b'"),
      ("'$inputs.a'", "'$inputs.a'"), ("'\\n'", "'\\n'"),
      ("12345678901234567890123", "12345678901234567890123"),
    ])
  func literals(text: String, expected: String) throws {
    let parsed = try Condition.parse("$inputs.x == \(text)")
    #expect(parsed.condition.rendered == "(== <inputs x> \(expected))")
    #expect(parsed.dialects.isEmpty)
    #expect(try Condition.parse("\(text)==1").condition.rendered == "(== \(expected) 1)")
  }

  @Test(
    "Expressions end at white space, a parenthesis or an operator",
    arguments: [
      ("$response.body#/a/b==1", "(== <response body #/a/b> 1)"),
      ("$response.body#/a.b-c|d != 1", "(!= <response body #/a.b-c|d> 1)"),
      ("$response.body#/items[0]>1", "(> <response body #/items/0> 1)"),
      ("$response.body#/items[0].name == 'x'", "(== <response body #/items/0/name> 'x')"),
      ("($response.body#/a)", "<response body #/a>"),
      ("$response.body == null", "(== <response body> null)"),
      ("$response.body.a[0]['b c'] == 1", "(== <response body #/a/0/b c (dotted)> 1)"),
      ("$response.header.Content-Type=='x'", "(== <response header Content-Type> 'x')"),
      ("$response.header.X!=1&&true", "(and (!= <response header X> 1) true)"),
      ("$steps.s.outputs.o.x[1]<$inputs.n", "(< <steps s o.x[1]> <inputs n>)"),
      ("$request.query.page[size] == 1", "(== <request query page[size]> 1)"),
      ("{$response.body#/x} == 1", "(== <response body #/x> 1)"),
      (
        "'{$inputs.a}' == 'b {$url}'",
        "(== template@1[braced@1<inputs a>] template@18[b |braced@3<url>])"
      ),
    ])
  func expressions(text: String, expected: String) throws {
    let parsed = try Condition.parse(text)
    #expect(parsed.condition.rendered == expected)
    #expect(parsed.dialects.isEmpty)
  }

  @Test(
    "Text after an operator needs no quotes (P7)",
    arguments: [
      (
        "$response.header.Content-Type == application/json",
        "(== <response header Content-Type> 'application/json')"
      ),
      (
        "$response.header.T == text/html; charset=utf-8",
        "(== <response header T> 'text/html; charset=utf-8')"
      ),
      (
        "$inputs.a == not found && $inputs.b != x",
        "(and (== <inputs a> 'not found') (!= <inputs b> 'x'))"
      ),
      ("($inputs.a == f(x)) || true", "(or (== <inputs a> 'f(x)') true)"),
      ("$inputs.a == 2024-01-01", "(== <inputs a> '2024-01-01')"),
      ("$inputs.a == */*", "(== <inputs a> '*/*')"),
      ("$inputs.a == trueish", "(== <inputs a> 'trueish')"),
    ])
  func unquoted(text: String, expected: String) throws {
    let parsed = try Condition.parse(text)
    #expect(parsed.condition.rendered == expected)
    #expect(parsed.dialects == [.p07UnquotedText])
  }

  @Test("A loose spelling inside a condition is told")
  func looseSpelling() throws {
    #expect(try Condition.parse("$response.headers.X == 1").dialects == [.p03LooseSpelling])
  }

  @Test(
    "An error tells where and what is meant",
    arguments: [
      ("", 0, nil), ("   ", 3, nil), ("$statusCode = 200", 12, "=="),
      ("$statusCode === 200", 14, "=="),
      ("$statusCode == 200 and $inputs.a", 19, "&&"), ("$inputs.a or $inputs.b", 10, "||"),
      ("$inputs.a & $inputs.b", 10, "&&"), ("$inputs.a contains 'x'", 10, nil),
      ("($inputs.a", 0, nil), ("$inputs.a)", 9, nil), ("$inputs.a == ", 13, nil),
      ("$inputs.a == 'x", 13, nil), ("$inputs.a == 1 == 2", 15, nil),
      ("$inputs.a == 1 = 2", 15, "=="),
      ("== 1", 0, "a condition is one text, as '$statusCode == 200'"),
      ("$statuscode == 200", 0, "$statusCode"), ("$response.status == 200", 10, "$statusCode"),
      ("$.a == 1", 0, nil), ("success", 0, nil), ("$inputs.a == True", 13, "true"),
      ("$inputs.a == undefined", 13, "null"), ("not $inputs.a", 0, "!"),
      ("$inputs.a == [1]", 13, nil),
      ("$inputs.a && ", 13, nil), ("!$inputs.a > 1", 11, nil), ("$inputs.a == '{$foo}'", 15, nil),
      ("$inputs.a == b and $inputs.c", 19, nil), ("{$inputs.a == 1", 0, nil),
      ("{\"a\": 1}", 0, nil),
    ] as [(String, Int, String?)])
  func errors(text: String, offset: Int, suggestion: String?) throws {
    let error = try #require(throws: ExpressionError.self) { _ = try Condition.parse(text) }
    #expect(error.offset == offset, "\(error)")
    #expect(error.suggestion == suggestion, "\(error)")
  }
}
