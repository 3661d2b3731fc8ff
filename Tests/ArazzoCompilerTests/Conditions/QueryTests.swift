import Testing

@testable import ArazzoCompiler

@Suite("Criteria that are queries or patterns (rules C3 to C6 and C8, dialects P4 and P5)")
struct QueryTests {
  private func compile(_ criterion: String, operation: String = "odd") throws -> Compilation {
    try Compilation(
      """
      inputs: {type: object, required: [id], properties: {id: {type: string}, n: {type: integer}}}
      steps:
        - stepId: ask
          operationId: \(operation)
          successCriteria:
            - \(criterion)
      """)
  }

  @Test(
    "A query that is more than a path is compiled as it is",
    arguments: [
      ("$.a[?@.b == 'x' && !@.c].id", "any body.a[?(@.b == 'x' and not @.c)].id"),
      ("$['a', 'b'][0:2, -1]", "any body[.a,.b][[0:2:1],[-1]]"),
      ("$[?count(@.*) > length($.a)]", "any body[?count(@[*]) > length($.a)]"),
      ("$[?@.id == {$inputs.id}]", "any body[?@.id == inputs.id]"),
      ("$[?@.id == 'a-{$inputs.id}']", "any body[?@.id == 'a-' + inputs.id]"),
      ("$.a[{$inputs.n}]", "any body.a[inputs.n]"),
      ("$.a['{$inputs.n}']", "any body.a[inputs.n]"),
      ("$[?search(@.a, $.b)]", "any body[?search(@.a, $.b)]"),
      ("$.a['0']", "exists body/a['0']"), ("$.a[0].b[-1]", "exists body/a[0]/b[-1]"),
    ])
  func queries(written: String, expected: String) throws {
    let compilation = try compile(
      "{type: jsonpath, context: $response.body, condition: \"\(written)\"}")
    #expect(compilation.step("ask")?.conditions == [expected], "\(compilation.lines)")
    #expect(compilation.errors == [])
  }

  @Test(
    "c6_aMissingValueMakesAComparisonFalse, and c8_soDoesABodyThatIsNoJSON",
    arguments: [
      ("$.a == {$inputs.n} || $.b", "(exists inputs.n and (body/a == inputs.n"),
      ("$.a[*] > {$inputs.n}", "(exists inputs.n and any body.a[*] > inputs.n"),
      ("$.a != 'x'", "(present body and body/a != 'x'"),
      ("!$.a", "(present body and not exists body/a"), ("!($.a != 'x')", "not body/a != 'x'"),
      ("$.a == 'x'", "body/a == 'x'"), ("$.a != null", "body/a != null"),
      ("$.a == null && $.b", "(body/a == null [strict] and exists body/b)"),
      ("#/a/0 == x", "body/a/0 == 'x'"),
      ("$.a[?@.b].length == 0", "(present body and any body.a[?@.b].count == 0"),
      ("$.a[?@.b].length > 0", "any body.a[?@.b].count > 0"),
      ("$.a[*].length == 0", "any body.a[*].length == 0"),
      ("$.a[*] == $.b[*]", "any body.a[*] == any .b[*]"),
    ])
  func comparisons(written: String, expected: String) throws {
    let compilation = try compile(
      "{type: jsonpath, context: $response.body, condition: \"\(written)\"}")
    let condition = compilation.step("ask")?.conditions.first ?? ""
    #expect(condition.hasPrefix(expected), "\(condition) \(compilation.errors)")
  }

  @Test("c3_aPatternIsReadWhenCodeIsGenerated")
  func patterns() throws {
    let compilation = try compile(
      "{type: regex, context: $statusCode, condition: '^2{$inputs.n}'}")
    let condition = compilation.step("ask")?.conditions.first
    #expect(condition?.hasPrefix("status matches sequence(") == true, "\(compilation.lines)")
    #expect(condition?.hasSuffix("[\"inputs.n\"]") == true, "\(condition ?? "")")
    #expect(try compile("{type: regex, context: $statusCode, condition: 200}").lines == [])
  }

  @Test(
    "What can't be read is an error where it goes wrong",
    arguments: [
      (
        "{type: regex, context: $url, condition: '(a)\\1'}",
        "error: in the condition: back references aren't supported: they can't be matched in "
          + "bounded time"
      ),
      (
        "{type: regex, context: $url, condition: 'a['}",
        "error: in the condition: this '[' has no ']'"
      ),
      (
        "{type: regex, context: $url, condition: '{$input.a}'}",
        "error: in the condition: no runtime expression begins with '$input'"
      ),
      (
        "{type: jsonpath, context: $response.body, condition: '$[?match(@.a, \"\\\\d\")]'}",
        "error: in the condition: in the pattern of 'match': RFC 9485 has no '\\d'"
      ),
      (
        "{type: jsonpath, context: $response.body, condition: '$[?@.a = 1]'}",
        "error: in the condition: '=' isn't an operator"
      ),
      (
        "{type: regex, context: $url, condition: [a]}",
        "error: a 'regex' condition must be a string, found a sequence"
      ),
    ])
  func mistakes(criterion: String, message: String) throws {
    let compilation = try compile(criterion)
    let only = try #require(compilation.errors.first)
    #expect(only.contains(message), "\(compilation.errors)")
    #expect(compilation.errors.count == 1 && only.hasPrefix("12:"))
  }

  @Test("p5_aFilterOnAnObjectIsReportedWhereTheDescriptionSaysThatItIsOne")
  func filterOnObject() throws {
    let criterion = "{type: jsonpath, context: $response.body, condition: '$[?@.next]'}"
    let reported = try compile(criterion, operation: "listParcels").lines
    #expect(reported.count == 1 && reported[0].contains("a filter selects members"))
    let items = criterion.replacing("$response.body", with: "$response.body#/items")
    #expect(try compile(items, operation: "listParcels").lines == [])
  }

  @Test("c4_theDraftIsReadWhereADocumentNamesIt")
  func draft() throws {
    let compilation = try compile(
      """
      {type: {type: jsonpath, version: draft-goessner-dispatch-jsonpath-00}, \
      context: $response.body, condition: '$.a[(@.length-1)][?(@.b.length > 1)]'}
      """)
    #expect(compilation.lines == [])
    #expect(compilation.step("ask")?.conditions == ["any body.a[-1][?length(@.b) > 1]"])
  }

  @Test("P1: an expression in quotes in a JSONPath is its value, with the dialect's warning")
  func p1_anExpressionInQuotesInAJSONPathIsItsValue() throws {
    let compilation = try compile(
      "{type: jsonpath, context: $response.body, condition: \"$.a[?@.b == '$inputs.id']\"}")
    let braced = try compile(
      "{type: jsonpath, context: $response.body, condition: \"$.a[?@.b == '{$inputs.id}']\"}")
    #expect(compilation.step("ask")?.conditions == braced.step("ask")?.conditions)
    #expect(compilation.lines.count == 1 && compilation.errors == [])
    #expect(compilation.suggestions == ["write \"$.a[?@.b == '{$inputs.id}']\""])
  }

  @Test("A pattern in slashes is read as it is, with a warning")
  func slashes() throws {
    let compilation = try compile("{type: regex, context: $url, condition: '/^a$/i'}")
    #expect(compilation.errors == [])
    #expect(compilation.warnings.count == 1)
    #expect(try compile("{type: regex, context: $url, condition: '/a/b/'}").lines == [])
  }
}
