import Testing

@testable import ArazzoCompiler

@Suite("Dialects in values (rules P1, P2, P3, P12)")
struct ValueDialectTests {
  @Test("P1: an expression without braces in a longer string is read as if braced")
  func p1_unbracedExpressionInALongerString() throws {
    let step = try Dialected(
      """
      parameters: [{name: Authorization, in: header, value: Bearer $inputs.name}]
      requestBody: {payload: {weight: 1, label: 'To $inputs.name, by $inputs.who for $5'}}
      """
    ).compile(.p01UnbracedExpression, uses: 3, at: "13:70")
    #expect(step.parameters == ["Authorization='Bearer ' + inputs.name: secret?"])
    #expect(
      step.body
        == "{weight: 1, label: 'To ' + inputs.name + ', by ' + inputs.who + ' for $5'}: json")
  }

  @Test("P2: dots and indexes after a reference are the JSON Pointer that they mean")
  func p2_dotsAndIndexesAfterAReference() throws {
    let step = try Dialected(
      """
      requestBody: {payload: {weight: 1, label: '$steps.list.outputs.items[0].id'}}
      outputs: {city: $response.body.address.city, who: '$inputs.who.names[1]'}
      onSuccess: [{name: stop, type: end, criteria: [{condition: "$response.body.address.floor == 2"}]}]
      """
    ).compile(.p02DottedReference, uses: 3, at: "13:51")
    #expect(step.body == "{weight: 1, label: list.items/0/id}: json")
    #expect(
      step.onSuccess.map(\.sketch) == ["stop if body/address/floor == 2 [loose] success stop()"])
  }

  @Test("P3: loose spellings of runtime expressions are the specification's")
  func p3_looseSpellings() throws {
    let step = try Dialected(
      """
      requestBody: {payload: {weight: 1, label: $steps.list.next}}
      successCriteria:
        - {condition: "$response.headers.X-State == 'ok'"}
        - {condition: $body#/paid == true}
      """
    ).compile(.p03LooseSpelling, uses: 3, at: "13:51")
    #expect(step.body == "{weight: 1, label: list.next}: json")
    #expect(
      step.conditions == ["header X-State == 'ok' [loose]", "body/paid == true [loose]"])
  }

  @Test("P12: a whole value in braces keeps its type where the schema admits no string")
  func p12_bracedWholeValueKeepsItsType() throws {
    let step = try Dialected(
      "requestBody: {payload: {weight: '{$inputs.n}', count: '{$inputs.n}', label: '{$inputs.n}'}}"
    ).compile(.p12BracedWholeValue, uses: 2, at: "13:41")
    #expect(step.body == "{weight: inputs.n, count: inputs.n, label: inputs.n}: json")
  }
}
