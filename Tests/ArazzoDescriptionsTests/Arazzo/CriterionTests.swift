import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Criteria")
struct CriterionTests {
  private func reading(_ criterion: String) throws -> Reading {
    try Reading(
      steps: """
              - stepId: a
                operationId: b
                successCriteria:
                  - \(criterion)
        """)
  }

  @Test("A condition that YAML reads as no string stays what it is")
  func literalCondition() throws {
    let reading = try reading("{context: $response.body, condition: true}")
    #expect(reading.lines == [])
    #expect(reading.steps.first?.successCriteria.first?.condition.bool == true)
  }

  @Test("Only 'simple' can do without a context", arguments: ["regex", "jsonpath", "xpath"])
  func missingContext(type: String) throws {
    let reading = try reading("{condition: x, type: \(type)}")
    #expect(
      reading.lines == [
        "14:13: error: criterion 1 in 'successCriteria' of step 'a' lacks the required field "
          + "'context', which a '\(type)' criterion needs"
      ])
  }

  @Test(
    "A type with a version is read where there is such a version",
    arguments: [
      ("{type: jsonpath, version: rfc9535}", nil),
      ("{type: jsonpath, version: draft-goessner-dispatch-jsonpath-00}", nil),
      (
        "{type: xpath, version: xpath-99}",
        "14:72: error: criterion 1 in 'successCriteria' of step 'a': 'type': 'version' must be "
          + "'xpath-10', 'xpath-20', 'xpath-30' or 'xpath-31', found 'xpath-99'"
      ),
    ] as [(String, String?)])
  func versions(type: String, expected: String?) throws {
    let reading = try reading("{context: $url, condition: $, type: \(type)}")
    #expect(reading.lines == (expected.map { [$0] } ?? []))
  }

  @Test("A bare string is read as a condition, with a warning")
  func bareString() throws {
    let reading = try reading("$statusCode == 200")
    #expect(!reading.diagnostics.hasErrors)
    #expect(
      reading.steps.first?.successCriteria.first?.condition.string == "$statusCode == 200")
  }
}
