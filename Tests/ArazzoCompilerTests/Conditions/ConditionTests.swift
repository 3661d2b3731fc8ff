import Testing

@testable import ArazzoCompiler

@Suite("Criteria (rules C1, C2, C4, C6, dialects P4, P6)")
struct CriterionTests {
  private func compile(_ criterion: String) throws -> Compilation {
    try Compilation(
      """
      inputs: {type: object, properties: {status: {type: string}}}
      steps: [{stepId: ask, operationId: odd, successCriteria: [\(criterion)]}]
      """)
  }

  @Test("Without criteria a 2xx is a success")
  func noCriteria() throws {
    let compilation = try Compilation("steps: [{stepId: ask, operationId: odd}]")
    #expect(compilation.step("ask")?.conditions == ["2xx"])
  }

  @Test(
    "A simple condition",
    arguments: [
      ("$statusCode == 200", "status == 200"),
      ("'300 > $statusCode'", "status < 300"),
      ("\"$statusCode == '200'\"", "status == 200"),
      (
        "$statusCode == 200 || $statusCode == 201 && true",
        "(status == 200 or (status == 201 and true? true))"
      ),
      ("'!($response.body#/ok)'", "not true? body/ok"),
      ("\"$response.body#/status == 'Done'\"", "body/status == 'Done' [loose]"),
      ("$response.body#/status != $inputs.status", "body/status != inputs.status [loose]"),
      (
        "\"$response.body#/a == 'x{$inputs.status}'\"",
        "body/a == 'x' + inputs.status [loose]"
      ),
      ("$response.header.Location != null", "header Location != null [loose]"),
    ])
  func simple(written: String, expected: String) throws {
    let compilation = try compile("{condition: \(written)}")
    #expect(compilation.step("ask")?.conditions == [expected], "\(compilation.lines)")
  }

  @Test(
    "A path is one value or many nodes",
    arguments: [
      ("$.status == 'done'", "body/status == 'done' [strict]"),
      ("'done' == $.status", "body/status == 'done' [strict]"),
      ("$.items[0].id", "exists body/items[0]/id"),
      ("$.items[*].id", "any body.items[*].id"),
      ("$.items[*].price > 3", "any body.items[*].price > 3"),
      ("$..id == null", "(present body and any body...id == null)"),
      ("$.items[-1].id == 1", "body/items[-1]/id == 1 [strict]"),
      ("$.items.length > 0", "body/items > 0 [strictLength]"),
      ("$.items[*].tags.length > 0", "any body.items[*].tags.length > 0"),
      (
        "$.a == 1 || $.b == 2 && $.c != 3",
        "(body/a == 1 [strict] or (body/b == 2 [strict] and body/c != 3 [strict]))"
      ),
      ("$.a == {$inputs.status}", "(exists inputs.status and body/a == inputs.status [strict])"),
      ("$.a != null", "body/a != null [strict]"),
      ("!$.a", "(present body and not exists body/a)"),
    ])
  func paths(written: String, expected: String) throws {
    let compilation = try compile(
      "{type: jsonpath, context: $response.body, condition: \"\(written)\"}")
    #expect(compilation.step("ask")?.conditions == [expected], "\(compilation.lines)")
  }

  @Test(
    "C9: what holds where nothing is found is asked of no context that is missing or null",
    arguments: [
      ("$", "present body/a"), ("$.b == null", "(present body/a and body/a/b == null [strict])"),
      ("$.b != 'x'", "(present body/a and body/a/b != 'x' [strict])"),
      ("!$.b", "(present body/a and not exists body/a/b)"), ("$.b", "exists body/a/b"),
      ("$.b == 'x'", "body/a/b == 'x' [strict]"),
    ])
  func c9_contexts(written: String, expected: String) throws {
    let compilation = try compile(
      "{type: jsonpath, context: $response.body#/a, condition: \"\(written)\"}")
    #expect(compilation.step("ask")?.conditions == [expected], "\(compilation.lines)")
  }

  @Test("A JSON value as condition of a context is what the context equals (dialect P6)")
  func literal() throws {
    let compilation = try compile("{context: $response.body#/a, condition: '{\"b\": [1]}'}")
    #expect(compilation.step("ask")?.conditions == ["body/a == {b: [1]} [strict]"])
    #expect(compilation.warnings.contains { $0.contains("a JSON value isn't a condition") })
  }

  @Test(
    "A condition that can't be read is an error where it goes wrong",
    arguments: [
      ("{condition: $statusCode = 200}", "8:85: error: in the condition: '=' isn't an operator"),
      (
        "{type: jsonpath, condition: $.a}",
        "8:61: error: criterion 1 in 'successCriteria' of step 'ask' lacks the required field "
          + "'context', which a 'jsonpath' criterion needs"
      ),
    ])
  func mistakes(written: String, message: String) throws {
    let compilation = try compile(written)
    #expect(compilation.errors == [message])
  }

  @Test("What a failure's response holds is not looked for in the schema of a success")
  func afterFailure() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: ask
          operationId: createParcel
          requestBody: {payload: {weight: 1}}
          onFailure:
            - {name: gone, type: end, criteria: [{condition: "$response.body#/code == 'gone'"}]}
      """)
    #expect(compilation.lines == [])
    #expect(compilation.workflow?.ways == ["completed completed", "failure gone"])
  }
}
