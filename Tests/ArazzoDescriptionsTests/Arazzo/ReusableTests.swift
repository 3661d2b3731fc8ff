import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Reusable objects")
struct ReusableTests {
  private func reading(_ step: String) throws -> Reading {
    try Reading(
      steps: step + """
        components:
          parameters:
            page: {name: page, in: query, value: 1}
            broken: {name: page, in: nowhere, value: 1}
          successActions:
            stop: {name: done, type: end}
          failureActions:
            again: {name: retry, type: retry, retryAfter: 2}
        """)
  }

  @Test("Parameters and actions are replaced by what they refer to")
  func resolved() throws {
    let reading = try reading(
      """
            - stepId: a
              operationId: b
              parameters: [{reference: $components.parameters.page, value: 7}]
              onSuccess: [{reference: $components.successActions.stop}]
              onFailure: [{reference: $components.failureActions.again}]

      """)
    let step = try #require(reading.steps.first)
    #expect(step.parameters.first?.name.value == "page")
    #expect(step.parameters.first?.value.node.number == "7")
    #expect(step.parameters.first?.location.line == 13)
    #expect(step.onSuccess.first?.name.value == "done")
    #expect(step.onFailure.first?.retryAfter?.value == 2)
  }

  @Test("An unknown name comes with the one that is nearly right")
  func unknown() throws {
    let reading = try reading(
      """
            - stepId: a
              operationId: b
              parameters:
                - {reference: $components.parameters.pgae}
                - {reference: $components.inputs.page}

      """)
    let mine = reading.diagnostics.all.filter { $0.message.hasPrefix("parameter") }
    #expect(
      mine.map(\.line) == [
        "14:25: error: parameter 1 of step 'a': 'components' has no 'pgae' under 'parameters'",
        "15:25: error: parameter 2 of step 'a': 'reference' must begin with "
          + "'$components.parameters.', found '$components.inputs.page'",
      ])
    #expect(mine.first?.suggestion == "write $components.parameters.page")
  }

  @Test("An error in a component is reported once and marks the workflows that use it")
  func brokenComponent() throws {
    let using = try reading(
      """
            - stepId: a
              operationId: b
              parameters: [{reference: $components.parameters.broken}]

      """)
    #expect(using.diagnostics.all.count { $0.severity == .error } == 1)
    #expect(using.description?.workflows.first?.hasErrors == true)
    let other = try reading("      - {stepId: a, operationId: b}\n")
    #expect(other.diagnostics.all.count { $0.severity == .error } == 1)
    #expect(other.description?.workflows.first?.hasErrors == false)
  }

  @Test("'$ref' in the place of 'reference' is read with a warning")
  func jsonReference() throws {
    let reading = try reading(
      """
            - stepId: a
              operationId: b
              parameters: [{$ref: '#/components/parameters/page'}]

      """)
    #expect(reading.steps.first?.parameters.first?.name.value == "page")
    #expect(
      reading.diagnostics.all.last?.suggestion == "write reference: $components.parameters.page")
  }
}
