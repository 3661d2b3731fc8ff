import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Parameters")
struct ParameterTests {
  private func reading(_ parameters: String, target: String = "operationId: b") throws -> Reading {
    let lines = parameters.split(separator: "\n").map { "          \($0)\n" }
    return try Reading(
      steps: "      - stepId: a\n        \(target)\n        parameters:\n" + lines.joined())
  }

  @Test("A parameter of an operation says where it goes")
  func missingPlace() throws {
    let reading = try reading("- {name: id, value: 1}")
    #expect(
      reading.lines == ["14:13: error: parameter 'id' of step 'a' lacks the required field 'in'"])
  }

  @Test("A parameter of a workflow needs no place and keeps none")
  func workflowParameters() throws {
    let reading = try reading(
      "- {name: id, value: 1}\n- {name: unit, in: query, value: kg}", target: "workflowId: b")
    #expect(reading.lines == [])
    #expect(reading.steps.first?.parameters.map(\.place) == [nil, nil])
  }

  @Test(
    "A place that there is not",
    arguments: [
      ("body", "a parameter can't be in the body"),
      ("heder", "'in' must be 'path', 'query', 'querystring', 'header' or 'cookie', found 'heder'"),
    ])
  func wrongPlace(place: String, expected: String) throws {
    let reading = try reading("- {name: id, in: \(place), value: 1}")
    #expect(reading.lines == ["14:28: error: parameter 'id' of step 'a': \(expected)"])
    #expect(reading.steps.first?.parameters.isEmpty == true)
  }

  @Test("The same name may stand in two places but not twice in one")
  func duplicates() throws {
    let reading = try reading(
      """
      - {name: id, in: path, value: 1}
      - {name: id, in: query, value: 1}
      - {name: id, in: path, value: 2}
      """)
    #expect(
      reading.lines == ["16:13: error: step 'a': parameter 'id' in path is declared twice"])
    #expect(reading.diagnostics.all.first?.related.first?.location.line == 14)
  }

  @Test("A value may be anything, null too, but not nothing")
  func values() throws {
    let reading = try reading("- {name: a, in: query, value: null}\n- {name: b, in: query}")
    #expect(
      reading.lines == ["15:13: error: parameter 'b' of step 'a' lacks the required field 'value'"])
    #expect(reading.steps.first?.parameters.first?.value.node.isNull == true)
  }
}
