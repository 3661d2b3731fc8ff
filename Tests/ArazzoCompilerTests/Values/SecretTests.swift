import Testing

@testable import ArazzoCompiler

@Suite("Secrets by flow (rule H8)")
struct SecretTests {
  @Test(
    "What goes into a credential is a secret, from the input on",
    arguments: [
      "{name: Authorization, in: header, value: 'Bearer {$inputs.token}'}",
      "{name: X-API-Key, in: header, value: $inputs.token}",
      "{name: session, in: cookie, value: $inputs.token}",
    ])
  func inputs(parameter: String) throws {
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {token: {type: string}, other: {type: string}}}
      steps:
        - {stepId: list, operationId: listParcels, parameters: [\(parameter)]}
      """)
    #expect(compilation.workflow?.inputs.sketch == "{token: secret?, other: string?}")
    #expect(compilation.step("list")?.parameters.first?.contains(": secret") == true)
  }

  @Test("An API key of the operation's security is a credential wherever it is sent")
  func apiKey() throws {
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {key: {}}}
      steps:
        - stepId: put
          operationId: putLabel
          parameters: [{name: secret_key, in: query, value: $inputs.key}]
      """)
    #expect(compilation.workflow?.inputs.sketch == "{key: secret?}")
    #expect(compilation.lines == [])
  }

  @Test("An output that becomes a credential is a secret, and so is what it was read from")
  func outputs() throws {
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {seed: {type: string}}}
      steps:
        - stepId: first
          operationId: logIn
          outputs: {token: $response.body#/token, seed: $inputs.seed}
        - stepId: second
          operationId: listParcels
          parameters:
            - {name: Authorization, in: header, value: 'Bearer {$steps.first.outputs.token}'}
            - {name: Cookie, in: header, value: $steps.first.outputs.seed}
      outputs: {token: $steps.first.outputs.token}
      """)
    #expect(compilation.workflow?.inputs.sketch == "{seed: secret?}")
    #expect(
      compilation.step("first")?.kept == [
        "first.token: secret = body/token: string", "first.seed: secret = inputs.seed: secret?",
      ])
    #expect(compilation.workflow?.outputSketches == ["token: secret"])
  }

  @Test("What a selector reads for a credential is a secret")
  func selectors() throws {
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {user: {type: object, properties: {key: {type: string}}}}}
      steps:
        - stepId: list
          operationId: listParcels
          parameters:
            - name: Authorization
              in: header
              value: {context: $inputs.user, selector: /key, type: jsonpointer}
      """)
    #expect(compilation.workflow?.inputs.sketch == "{user: {key: secret?}?}")
  }

  @Test("An object that holds a credential stays an object")
  func insideObject() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: first, operationId: logIn, outputs: {session: $response.body#/session}}
        - stepId: second
          operationId: listParcels
          parameters:
            - name: Authorization
              in: header
              value: Bearer {$steps.first.outputs.session#/token}
      """)
    #expect(compilation.errors == [])
    #expect(compilation.step("second")?.flow.first == "second(first.session: json)")
  }

  private static let logIn = """
    - workflowId: logIn
      steps: [{stepId: s, operationId: logIn, outputs: {token: $response.body#/token}}]
      outputs: {key: $steps.s.outputs.token}
    """

  private func call(_ outputs: String, _ reference: String) throws -> Compilation {
    try Compilation(
      workflows: """
        - workflowId: main
          steps:
            - {stepId: in, workflowId: logIn\(outputs)}
            - stepId: list
              operationId: listParcels
              parameters: [{name: Authorization, in: header, value: 'Bearer {\(reference)}'}]
        \(Self.logIn)
        """)
  }

  @Test(
    "H8: a secret by flow is one in the workflow that it comes from",
    arguments: [
      (", outputs: {t: $outputs.key}", "$steps.in.outputs.t"), ("", "$steps.in.outputs.key"),
      ("", "$workflows.logIn.outputs.key"),
    ])
  func h8_calledWorkflows(outputs: String, reference: String) throws {
    let compilation = try call(outputs, reference)
    #expect(compilation.errors == [])
    let callee = try #require(compilation.plan.workflows.last)
    #expect(callee.outputSketches == ["key: secret"])
    #expect(callee.steps.first?.kept == ["s.token: secret = body/token: string"])
  }

  @Test("P14: an output of the called workflow that the step does not declare is read as its own")
  func p14_calledOutputs() throws {
    let compilation = try call("", "$steps.in.outputs.key")
    #expect(
      compilation.warnings == [
        "11:70: warning: the step doesn't declare the output; it is read from the called workflow"
      ])
    #expect(compilation.suggestions == ["give step 'in' the output: key: $outputs.key"])
  }

  @Test("H12: a credential that a step was to get is required, one of an optional input is not")
  func h12_required() throws {
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {key: {type: string}}}
      steps:
        - {stepId: first, operationId: listParcels, outputs: {next: $response.body#/next}}
        - stepId: second
          operationId: listParcels
          parameters:
            - {name: Authorization, in: header, value: 'Bearer {$steps.first.outputs.next}'}
            - {name: Cookie, in: header, value: $inputs.key}
      """)
    let parameters = try #require(compilation.step("second")?.operation?.parameters)
    #expect(parameters.map(\.isRequired) == [true, false])
    #expect(compilation.step("first")?.kept == ["first.next: secret = body/next: string|null?"])
  }
}
