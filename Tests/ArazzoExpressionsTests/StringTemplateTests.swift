import ArazzoDocuments
import Testing

@testable import ArazzoExpressions

@Suite("Strings with expressions in them") struct StringTemplateTests {
  @Test(
    "A string that is one whole expression keeps its type (V1)",
    arguments: [
      ("$inputs.name", "whole <inputs name>"),
      ("$response.body.a[0]", "whole <response body #/a/0 (dotted)>"),
      ("$response.body#/a b/c", "whole <response body #/a b/c>"),
      ("$inputs.page[size]", "whole <inputs page[size]>"),
      ("$inputs.list[*].id", "whole <inputs list[*].id>"),
      ("$steps.Plan a trip.outputs.x y", "whole <steps Plan a trip x y>"),
      ("$steps.s.outputs.tasks (details: a, b)", "whole <steps s tasks (details: a, b)>"),
      ("$body", "whole <response body>"),
      ("$sourceDescriptions.p.url#/paths/~1a/get", "whole <source p url#/paths/~1a/get>"),
    ])
  func whole(text: String, expected: String) throws {
    #expect(try StringTemplate.parse(text).rendered == expected)
  }

  @Test(
    "Other dollars and braces are text (V2)",
    arguments: [
      "", "plain", "$5", "$foo.bar", "$ref", "$.a.b", "$[?@.a]", "costs $5", "a $ref b", "$",
      "{\"a\": 1}", "{}", "{a}", "${x}", "a}b{c", "Test reusable $components", "^[0-9]{4}$",
      "query($id: ID!) { node(id: $id) { name } }", "x$inputs.a", "\\$inputs.a", "is $status ok",
      "$$inputs.a", "$url_x", "$self-service", "$inputsX.a", "see $response.body/x",
    ])
  func text(text: String) throws {
    let template = try StringTemplate.parse(text)
    #expect(template == .text(text))
    #expect(!template.hasExpressions)
  }

  @Test(
    "Braced expressions are put in where they stand",
    arguments: [
      ("{$inputs.n}", "braced@1<inputs n>"),
      ("Bearer {$inputs.t}!", "Bearer |braced@8<inputs t>|!"),
      ("{$inputs.a}{$inputs.b}", "braced@1<inputs a>|braced@12<inputs b>"),
      ("{{$url}}", "{|braced@2<url>|}"),
      ("ü{$inputs.a.b[0]}", "ü|braced@2<inputs a.b[0]>"),
      ("{\"id\": \"{$response.body#/x/0}\"}", "{\"id\": \"|braced@9<response body #/x/0>|\"}"),
      ("$5 for {$inputs.a}", "$5 for |braced@8<inputs a>"),
      (
        "{$sourceDescriptions.p.url}#/paths/~1a~1{id}/get",
        "braced@1<source p url>|#/paths/~1a~1{id}/get"
      ),
    ])
  func braced(text: String, expected: String) throws {
    let template = try StringTemplate.parse(text)
    #expect(template.rendered == expected)
    #expect(template.hasExpressions)
    #expect(template.dialects.isEmpty)
  }

  @Test(
    "A dollar that starts a word and a known root is an expression without braces (P1)",
    arguments: [
      ("Bearer $inputs.token", "Bearer |bare@7<inputs token>"),
      ("$inputs.a:$inputs.b", "bare@0<inputs a>|:|bare@10<inputs b>"),
      ("$inputs.a-$inputs.b", "bare@0<inputs a>|-|bare@10<inputs b>"),
      ("$inputs.a $inputs.b", "bare@0<inputs a>| |bare@10<inputs b>"),
      ("https://x/$inputs.id/y", "https://x/|bare@10<inputs id>|/y"),
      ("$inputs.base/users", "bare@0<inputs base>|/users"),
      ("Hello $inputs.name.", "Hello |bare@6<inputs name>|."),
      ("$inputs.name.", "bare@0<inputs name>|."),
      ("a=$inputs.a&b=$steps.s.outputs.b;", "a=|bare@2<inputs a>|&b=|bare@14<steps s b>|;"),
      ("{\"s\":\"$inputs.s\"}", "{\"s\":\"|bare@6<inputs s>|\"}"),
      ("($response.body#/a/0)", "(|bare@1<response body #/a/0>|)"),
      ("id $response.body.a[0].id, ok", "id |bare@3<response body #/a/0/id (dotted)>|, ok"),
      ("$inputs.user@example.org", "bare@0<inputs user>|@example.org"),
      ("{$inputs.a} = '$inputs.b'", "braced@1<inputs a>| = '|bare@15<inputs b>|'"),
      ("status $statusCode!", "status |bare@7<statusCode>|!"),
      ("type $response.header.Content-Type.", "type |bare@5<response header Content-Type>|."),
      ("Bearer $steps.login.token", "Bearer |bare@7<steps login token>"),
    ])
  func unbraced(text: String, expected: String) throws {
    let template = try StringTemplate.parse(text)
    #expect(template.rendered == expected)
    #expect(template.dialects.contains(.p01UnbracedExpression))
  }

  @Test("Whether a name goes on behind a blank is decided by what is declared")
  func declared() throws {
    let text = "$inputs.name is here"
    #expect(try StringTemplate.parse(text).rendered == "whole <inputs name is here>")
    #expect(
      try StringReading(text).template { _ in true }.get().rendered == "whole <inputs name is here>"
    )
    #expect(
      try StringReading(text).template { _ in false }.get().rendered
        == "bare@0<inputs name>| is here")
  }

  @Test("Line breaks behind a whole expression do not make it text")
  func lineBreaks() throws {
    let template = try StringTemplate.parse("$response.body#/a\n")
    #expect(template.rendered == "whole <response body #/a>")
    #expect(template.dialects == [.p03LooseSpelling])
    #expect(try StringTemplate.parse("$inputs.a\nb").rendered == "bare@0<inputs a>|\nb")
  }

  @Test("Where only braces count, the rest is text")
  func bracedOnly() throws {
    #expect(try StringTemplate.parseBraced("$inputs.a") == .text("$inputs.a"))
    #expect(
      try StringTemplate.parseBraced("^({$inputs.a})$").rendered == "^(|braced@3<inputs a>|)$")
  }

  @Test(
    "What is braced or whole and no expression is an error where it stands",
    arguments: [
      ("x {$inputs.a", 2), ("{$foo.bar}", 1), ("a {$response.status} b", 13), ("{$}", 1),
      ("{$inputs.}", 9), ("$response.status", 10), ("$inputs", 7),
      ("$steps.s", 8),
    ])
  func errors(text: String, offset: Int) throws {
    let error = try #require(throws: ExpressionError.self) { _ = try StringTemplate.parse(text) }
    #expect(error.offset == offset, "\(error)")
  }
}
