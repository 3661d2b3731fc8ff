import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Steps")
struct StepTests {
  @Test("A step is read with everything in it")
  func wholeStep() throws {
    let reading = try Reading(
      steps: """
              - stepId: weigh
                description: Puts it on the scale
                operationId: weighParcel
                parameters:
                  - {name: id, in: path, value: $inputs.id}
                requestBody:
                  contentType: application/json
                  payload: {unit: kg}
                successCriteria:
                  - condition: $statusCode == 200
                  - {context: $response.body, condition: $.weight, type: jsonpath}
                outputs:
                  weight: $response.body#/weight
                  answer: 42
        """)
    #expect(reading.lines == [])
    let step = try #require(reading.steps.first)
    #expect(step.parameters.map(\.name.value) == ["id"])
    #expect(step.parameters.first?.place == .path)
    #expect(step.requestBody?.contentType?.value == "application/json")
    #expect(step.successCriteria.map(\.kind) == [.simple, .jsonpath])
    #expect(step.outputs.map(\.name.value) == ["weight", "answer"])
    #expect(step.outputs.first?.value.location.line == 23)
  }

  @Test(
    "A field of the wrong kind is named with its step and what was found",
    arguments: [
      (
        "outputs: [a]",
        "13:18: error: step 'a': 'outputs' must be a mapping of names to runtime expressions, "
          + "found a sequence"
      ),
      (
        "parameters: {}",
        "13:21: error: step 'a': 'parameters' must be a sequence of parameters, found a mapping"
      ),
      (
        "requestBody: text",
        "13:22: error: step 'a': 'requestBody' must be a mapping, found a string"
      ),
      (
        "successCriteria: 200",
        "13:26: error: step 'a': 'successCriteria' must be a sequence of criteria, found a number"
      ),
      (
        "description: [a]",
        "13:22: error: step 'a': 'description' must be a string, found a sequence"
      ),
      (
        "outputs: null",
        "13:18: warning: step 'a': 'outputs' is empty and is ignored"
      ),
    ])
  func wrongKinds(field: String, expected: String) throws {
    let reading = try Reading(
      steps: """
              - stepId: a
                operationId: b
                \(field)
        """)
    #expect(reading.lines == [expected])
  }

  @Test("A misspelt field comes with the right spelling, and an extension without a word")
  func unknownFields() throws {
    let reading = try Reading(
      steps: """
              - stepId: a
                operationId: b
                paramters: []
                x-note: anything
        """)
    #expect(
      reading.lines == [
        "13:9: warning: step 'a': the field 'paramters' is unknown and is ignored"
      ])
    #expect(reading.diagnostics.all.first?.suggestion == "write parameters")
  }

  @Test("A step has exactly one target")
  func targets() throws {
    let reading = try Reading(
      steps: """
              - stepId: none
              - stepId: two
                operationId: b
                workflowId: c
              - stepId: misspelt
                operationID: b
        """)
    let errors = reading.lines.filter { $0.contains("error") }
    let must =
      "must have exactly one of 'operationId', 'operationPath' or 'workflowId', found"
    #expect(
      errors == [
        "11:9: error: step 'none' \(must) none",
        "14:17: error: step 'two' \(must) 'operationId' and 'workflowId'".replacing(
          "17", with: "9"),
        "15:9: error: step 'misspelt' \(must) none",
      ])
    #expect(reading.steps.isEmpty)
    #expect(
      reading.diagnostics.all.last?.suggestion
        == "it has 'operationID'; did you mean 'operationId'?")
    #expect(reading.description?.workflows.first?.hasErrors == true)
  }

  @Test("Two steps of one name are shown both")
  func duplicateSteps() throws {
    let reading = try Reading(
      steps: """
              - {stepId: a, operationId: b}
              - {stepId: a, operationId: c}
        """)
    #expect(reading.lines == ["12:18: error: step 'a' is declared twice"])
    #expect(reading.diagnostics.all.first?.related.map(\.location.line) == [11])
  }

  @Test("A name outside of the pattern is a warning")
  func namePatterns() throws {
    let reading = try Reading(steps: "      - {stepId: a b, operationId: c}\n")
    #expect(
      reading.lines == [
        "11:18: warning: the name of step 'a b' has characters that the specification doesn't allow"
      ])
    #expect(reading.steps.count == 1)
  }

  @Test("A body handed to a workflow is dropped with a warning")
  func bodyForWorkflow() throws {
    let reading = try Reading(
      steps: """
              - stepId: a
                workflowId: other
                requestBody: {payload: 1}
        """)
    #expect(reading.lines.count == 1)
    #expect(reading.steps.first?.requestBody == nil)
  }
}
