import Testing

@testable import ArazzoCompiler

@Suite("Criteria of type xpath (rules C6 to C8)")
struct XPathCriterionTests {
  private func compile(_ fields: String) throws -> Compilation {
    try Compilation(
      """
      inputs: {type: object, properties: {status: {type: string}, least: {type: integer}}}
      steps:
        - stepId: ask
          operationId: odd
          outputs: {doc: $response.body#/mixed}
        - stepId: look
          operationId: odd
          successCriteria:
            - {\(fields)}
      """)
  }

  @Test(
    "An expression is asked of its context, with values where it has values (C6)",
    arguments: [
      ("$response.body", "//a[@b]", "xpath //a[@b] on body"),
      ("$response.body#/mixed", "//a", "xpath //a on body/mixed"),
      ("$steps.ask.outputs.doc", "//a", "xpath //a on ask.doc"),
      (
        "$response.body", "/a[b = {$inputs.status}] > {$inputs.least}",
        "xpath /a[b = {$inputs.status}] > {$inputs.least} on body with inputs.status, inputs.least"
      ),
      (
        "$response.body", "a = 'x-{$inputs.status}'",
        "xpath a = 'x-{$inputs.status}' on body with 'x-' + inputs.status"
      ),
    ])
  func expressions(context: String, condition: String, expected: String) throws {
    let compilation = try compile("type: xpath, context: \(context), condition: \"\(condition)\"")
    #expect(compilation.step("look")?.conditions == [expected], "\(compilation.lines)")
    #expect(compilation.lines == [])
  }

  @Test(
    "What 1.0 can't read is an error at its place (C7)",
    arguments: [
      ("//a[", "15:66: error: in the condition: a value is missing at the end"),
      (
        "//a[lower-case(.) = 'x']",
        "15:66: error: in the condition: the function 'lower-case' needs XPath 2.0 or later; only "
          + "1.0 is supported; in 1.0 write translate(…, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', "
          + "'abcdefghijklmnopqrstuvwxyz')"
      ),
      (
        "/a/{$inputs.status}",
        "15:65: error: in the condition: a runtime expression is a value, not a step or a name; "
          + "write *[name() = {$…}]"
      ),
    ])
  func mistakes(condition: String, message: String) throws {
    let compilation = try compile(
      "type: xpath, context: $response.body, condition: \"\(condition)\"")
    #expect(compilation.errors == [message])
  }

  @Test("A later version is accepted with a warning, where 1.0 can read the expression (C7)")
  func c7_laterVersion() throws {
    for version in ["xpath-20", "xpath-30", "xpath-31"] {
      let compilation = try compile(
        "type: {type: xpath, version: \(version)}, context: $response.body, condition: //a")
      #expect(compilation.step("look")?.conditions == ["xpath //a on body"])
      #expect(compilation.errors == [])
      #expect(compilation.warnings.map { $0.contains("'\(version)'") } == [true])
    }
    let first = try compile(
      "type: {type: xpath, version: xpath-10}, context: $response.body, condition: //a")
    #expect(first.lines == [])
  }

  @Test("A value that a later step needs is kept for an expression too")
  func carried() throws {
    let compilation = try compile("type: xpath, context: $steps.ask.outputs.doc, condition: //a")
    #expect(compilation.step("look")?.carried.map(\.output) == ["doc"])
  }
}
