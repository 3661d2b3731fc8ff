import ArazzoDocuments
import Testing

@testable import ArazzoCompiler

@Suite("The help of a dialect is the mended text of that very place")
struct DialectMendingTests {
  /// A document with the dialect, what the help says, and what pasting all of it gives: nothing is
  /// left to say, under `--strict` either.
  private func check(_ fields: String, _ help: String, _ dialect: Dialect) throws {
    let document = Dialected.document(fields)
    let compilation = try Compilation(document: document)
    let said = try #require(
      compilation.all.first { $0.message.hasPrefix(dialect.summary) }, "\(compilation.lines)")
    #expect(said.suggestion == help)
    let fix = try #require(said.fix)
    let pasted = fix.applied(to: SourceText(name: "a.yml", text: document))
    let mended = try Compilation(document: pasted, strict: true)
    #expect(mended.errors + mended.warnings == [], "\(pasted)")
  }

  @Test("P1: in braces")
  func p1_theHelpBracesTheExpression() throws {
    try check(
      "parameters: [{name: Authorization, in: header, value: Bearer $inputs.name}]\n"
        + Self.body, "write 'Bearer {$inputs.name}'", .p01UnbracedExpression)
    try check(
      """
      parameters:
        - name: Authorization
          in: header
          value: Bearer $inputs.name
      \(Self.body)
      """, "write Bearer {$inputs.name}", .p01UnbracedExpression)
  }

  @Test("P2: with a JSON Pointer")
  func p2_theHelpHasAPointer() throws {
    try check(
      Self.body
        + "outputs: {city: $response.body.address.city, floor: $response.body.address.floor}",
      "write $response.body#/address/city", .p02DottedReference)
  }

  @Test("P3: spelled out")
  func p3_theHelpIsSpelledOut() throws {
    try check(
      Self.body + "outputs: {next: $steps.list.next}", "write $steps.list.outputs.next",
      .p03LooseSpelling)
  }

  @Test("P4: a simple condition on pointers, or a query that has no warning")
  func p4_theHelpIsASimpleConditionOrAQuery() throws {
    func criterion(_ condition: String) -> String {
      Self.body + """
        successCriteria:
          - context: $response.body
            condition: \(condition)
            type: jsonpath
        """
    }
    try check(
      criterion("$.status == 'made' && $.address.floor > 1"),
      "write condition: $response.body#/status == 'made' && $response.body#/address/floor > 1, "
        + "without 'context' and 'type'", .p04JSONPathComparison)
    try check(
      criterion("$.id.length > 3"), "write condition: $[?length($.id) > 3]",
      .p04JSONPathComparison)
  }

  @Test("P5: a simple condition on pointers")
  func p5_theHelpIsASimpleCondition() throws {
    try check(
      Self.body + """
        successCriteria:
          - {context: $response.body, type: jsonpath, condition: "$[?@.status == 'made']"}
        """,
      "write condition: \"$response.body#/status == 'made'\", without 'context' and 'type'",
      .p05FilterOnObject)
  }

  @Test("P6: a comparison of each scalar")
  func p6_theHelpComparesEachScalar() throws {
    try check(
      Self.body + """
        successCriteria:
          - {context: $response.body#/address, condition: '{"city": "Bern", "floor": 2}'}
        """,
      "write condition: '$response.body#/address/city == ''Bern'' && "
        + "$response.body#/address/floor == 2', without 'context'", .p06JSONLiteral)
  }

  @Test("P7: in quotes")
  func p7_theHelpHasQuotes() throws {
    try check(
      Self.body + """
        successCriteria:
          - condition: $response.body#/id == sent off && $statusCode == 201
        """, "write $response.body#/id == 'sent off' && $statusCode == 201", .p07UnquotedText)
  }

  @Test("P12: without braces")
  func p12_theHelpHasNoBraces() throws {
    try check(
      "requestBody: {payload: {weight: '{$inputs.n}'}}", "write '$inputs.n'",
      .p12BracedWholeValue)
  }

  private static let body = "requestBody: {payload: {weight: 1}}\n"
}
