import Testing

@testable import ArazzoCompiler

@Suite("Dialects in conditions (rules P4, P6, P7)")
struct ConditionDialectTests {
  private let body = "requestBody: {payload: {weight: 1}}\n"

  @Test("P4: a comparison in a jsonpath criterion is a filter on the context")
  func p4_comparisonInAJSONPathCriterion() throws {
    let step = try Dialected(
      body + """
        successCriteria:
          - {type: jsonpath, context: $response.body, condition: $.status == 'made'}
          - {type: jsonpath, context: $response.body, condition: "$.id.length > 3 || #/paid == true"}
        """
    ).compile(.p04JSONPathComparison, uses: 2, at: "15:66")
    #expect(
      step.conditions == [
        "body/status == 'made' [strict]",
        "(body/id > 3 [strictLength] or body/paid == true [strict])",
      ])
  }

  @Test("P6: a context and a JSON literal mean that they are equal")
  func p6_contextEqualsAJSONLiteral() throws {
    let step = try Dialected(
      body + """
        successCriteria:
          - {context: $response.body#/id, condition: '"a1"'}
          - {context: $statusCode, condition: 201}
          - {context: $response.body#/address, condition: '{"city": "Bern"}'}
          - {context: $response.body#/paid, condition: 'true', type: simple}
        """
    ).compile(.p06JSONLiteral, uses: 4, at: "15:54")
    #expect(
      step.conditions == [
        "body/id == 'a1' [strict]", "status == 201 [strict]",
        "body/address == {city: 'Bern'} [strict]", "body/paid == true [strict]",
      ])
  }

  @Test("P7: text without quotes reaches to the end of the condition, or to && or ||")
  func p7_unquotedText() throws {
    let step = try Dialected(
      body + """
        successCriteria:
          - {condition: $response.header.Content-Type == application/json; charset=utf-8}
          - {condition: $response.body#/status == sent off && $statusCode == 201}
        """
    ).compile(.p07UnquotedText, uses: 2, at: "15:25")
    #expect(
      step.conditions == [
        "header Content-Type == 'application/json; charset=utf-8' [loose]",
        "(body/status == 'sent off' [loose] and status == 201)",
      ])
  }
}
