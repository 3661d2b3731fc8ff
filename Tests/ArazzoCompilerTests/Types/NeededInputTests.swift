import Testing

@testable import ArazzoCompiler

/// V11: an input without which a workflow can only fail is required.
@Suite("Inputs that every run needs")
struct NeededInputTests {
  private func compile(_ steps: String) throws -> Compilation {
    try Compilation(
      """
      inputs:
        type: object
        properties:
          id: {type: string}
          view: {type: string, default: short}
          who: {type: object, properties: {name: {type: string}, age: {type: integer}}}
      steps:
      \(steps)
      """)
  }

  private static let get = """
    operationId: getParcel, parameters: [{name: parcelId, in: path, value: $inputs.id}, {name: view, in: query, value: $inputs.view}]
    """

  @Test("V11: what stands in a path on every way is required, and a note says so")
  func v11_everyWay() throws {
    let compilation = try compile("  - {stepId: get, \(Self.get)}")
    #expect(
      compilation.workflow?.inputs.sketch
        == "{id: string, view: string = 'short', who: {name: string?, age: integer?}?}")
    #expect(
      compilation.lines == [
        "10:11: note: input 'id' is made required, because the workflow can't succeed without it"
      ])
  }

  @Test("V11: what only some ways need may be left out, and its comment names the step")
  func v11_someWays() throws {
    let compilation = try compile(
      """
        - stepId: list
          operationId: listParcels
          onSuccess: [{name: enough, type: end, criteria: [{condition: $statusCode == 200}]}]
        - {stepId: get, \(Self.get)}
      """)
    let id = compilation.workflow?.inputs.fields.first
    #expect(id?.sketch == "id: string?")
    #expect(id?.notes == ["without it, the workflow fails at step `get`"])
    #expect(compilation.lines == [])
  }

  @Test("V11: a way that ends by a failure is no way to do without")
  func v11_failures() throws {
    let compilation = try compile(
      """
        - {stepId: list, operationId: listParcels, onFailure: [{name: stop, type: end}]}
        - {stepId: get, \(Self.get)}
      """)
    #expect(compilation.workflow?.inputs.fields.first?.sketch == "id: string")
  }

  @Test("V11: a member that a body requires is required, in the inputs it stands in as well")
  func v11_bodies() throws {
    let compilation = try compile(
      """
        - stepId: make
          operationId: createParcel
          requestBody: {payload: {weight: $inputs.who.age, label: $inputs.id}}
      """)
    #expect(
      compilation.workflow?.inputs.sketch
        == "{id: string?, view: string = 'short', who: {name: string?, age: integer}}")
  }

  @Test("V11: what a called workflow requires is required of its caller, and missing an error")
  func v11_calls() throws {
    let compilation = try Compilation(
      workflows: """
        - workflowId: caller
          inputs: {type: object, properties: {parcel: {type: string}}}
          steps: [{stepId: call, workflowId: callee, parameters: [{name: id, value: $inputs.parcel}]}]
        - workflowId: forgetful
          steps: [{stepId: call, workflowId: callee}]
        - workflowId: callee
          inputs: {type: object, properties: {id: {type: string}}}
          steps:
            - stepId: remove
              operationId: deleteParcel
              parameters: [{name: parcelId, in: path, value: $inputs.id}]
        """)
    #expect(
      compilation.plan.workflows.map(\.inputs.sketch) == ["{parcel: string}", "{id: string}"])
    #expect(
      compilation.errors == [
        "10:20: error: step 'call' does not pass the input 'id' that workflow 'callee' requires"
      ])
  }

  @Test("V11: what a workflow requires that runs before the called one is required as well")
  func v11_dependenciesOfCalls() throws {
    let compilation = try Compilation(
      workflows: """
        - workflowId: caller
          inputs: {type: object, properties: {id: {type: string}}}
          steps: [{stepId: call, workflowId: callee}]
        - workflowId: callee
          dependsOn: [before]
          steps: [{stepId: list, operationId: listParcels}]
        - workflowId: before
          inputs: {type: object, properties: {id: {type: string}}, required: [id]}
          steps:
            - stepId: remove
              operationId: deleteParcel
              parameters: [{name: parcelId, in: path, value: $inputs.id}]
        """)
    #expect(compilation.plan.workflows.first?.inputs.sketch == "{id: string}")
    #expect(
      compilation.lines == [
        "7:43: note: input 'id' is made required, because the workflow can't succeed without it"
      ])
  }
}
