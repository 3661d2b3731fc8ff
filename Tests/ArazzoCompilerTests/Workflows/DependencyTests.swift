import Testing

@testable import ArazzoCompiler

@Suite("What has to run before")
struct DependencyTests {
  private static let login = """
      - workflowId: enter
        inputs: {type: object, required: [name], properties: {name: {type: string}}}
        steps: [{stepId: in, operationId: logIn, outputs: {t: $response.body#/token}}]
        outputs: {t: $steps.in.outputs.t}

    """

  private func compile(_ workflows: String) throws -> Compilation {
    try Compilation(workflows: Self.login + workflows)
  }

  @Test("A10: what a dependency gave back can be read")
  func a10_outputs() throws {
    let compilation = try compile(
      """
        - workflowId: main
          dependsOn: [enter, enter]
          steps:
            - stepId: list
              operationId: listParcels
              parameters: [{name: cursor, in: query, value: $workflows.enter.outputs.t}]
      """)
    let main = try #require(compilation.plan.workflows.last, "\(compilation.lines)")
    #expect(main.dependsOn == ["enter"])
    #expect(main.steps[0].parameters == ["cursor=after enter.t: string"])
  }

  @Test("A10: what a dependency was given can be read, and is handed on with its result")
  func a10_inputs() throws {
    let compilation = try compile(
      """
        - workflowId: main
          dependsOn: [enter]
          steps:
            - stepId: list
              operationId: listParcels
              parameters: [{name: cursor, in: query, value: $workflows.enter.inputs.name}]
        - {workflowId: has, dependsOn: [enter], steps: [{stepId: a, workflowId: main}]}
        - workflowId: misspells
          dependsOn: [enter]
          steps: [{stepId: a, operationId: logIn}]
          outputs: {n: $workflows.enter.inputs.nmae}
      """)
    let plans = compilation.plan.workflows
    #expect(plans.map(\.readsInputsOf) == [[], ["enter"], ["enter"]])
    #expect(plans[1].steps[0].parameters == ["cursor=before enter.name: string"])
    #expect(compilation.errors.count == 1)
    #expect(compilation.errors.first?.hasSuffix("workflow 'enter' has no input 'nmae'") == true)
  }

  @Test("P13: a workflow that is read and not called is one that has to run before")
  func p13_whatIsReadIsDependedOn() throws {
    let compilation = try compile(
      """
        - workflowId: main
          steps:
            - stepId: list
              operationId: listParcels
              parameters: [{name: cursor, in: query, value: $workflows.enter.outputs.t}]
              successCriteria: [{condition: $workflows.enter.outputs.t != null}]
      """)
    let main = try #require(compilation.plan.workflows.last, "\(compilation.lines)")
    #expect(main.dependsOn == ["enter"])
    #expect(main.steps[0].parameters == ["cursor=after enter.t: string"])
    #expect(compilation.warnings.filter { $0.contains("no step calls") }.count == 1)
  }

  @Test("P13: one text may read two workflows")
  func p13_twoInOneText() throws {
    let first = """
      {workflowId: NAME, steps: [{stepId: a, operationId: listParcels, \
      outputs: {next: $response.body#/next}}], outputs: {next: $steps.a.outputs.next}}
      """
    let compilation = try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Parcels, version: 1.0.0}
        sourceDescriptions: [{name: parcels, url: parcels.yml, type: openapi}]
        workflows:
          - \(first.replacing("NAME", with: "one"))
          - \(first.replacing("NAME", with: "two"))
          - workflowId: both
            steps:
              - stepId: a
                operationId: listParcels
                successCriteria:
                  - condition: $workflows.one.outputs.next != $workflows.two.outputs.next
        """)
    #expect(compilation.errors == [])
    #expect(compilation.plan.workflows.last?.dependsOn == ["one", "two"])
  }

  @Test("A10: a call of a dependent workflow hands results over, or runs what it depends on")
  func a10_calls() throws {
    let compilation = try compile(
      """
        - {workflowId: main, dependsOn: [enter], steps: [{stepId: a, operationId: logIn}]}
        - {workflowId: has, dependsOn: [enter], steps: [{stepId: a, workflowId: main}]}
        - workflowId: runs
          inputs: {type: object, required: [name], properties: {name: {type: string}}}
          steps: [{stepId: a, workflowId: main}]
        - {workflowId: can-not, steps: [{stepId: a, workflowId: main}]}
      """)
    let calls = compilation.plan.workflows.compactMap { workflow -> String? in
      guard case .workflow(let call)? = workflow.steps.first?.call else { return nil }
      return switch call.dependencies {
      case .none: "\(workflow.id): none"
      case .atHand: "\(workflow.id): at hand"
      case .run(let list): "\(workflow.id): \(list.map(\.workflow))"
      }
    }
    #expect(calls == ["has: at hand", "runs: [\"enter\"]"])
    #expect(
      compilation.errors.map { $0.drop { $0 != "w" } } == [
        "workflow 'main' depends on 'enter': step 'a' does not pass the input 'name' that workflow "
          + "'enter' requires"
      ])
  }

  @Test("A workflow that depends on itself is refused")
  func circle() throws {
    let compilation = try compile(
      """
        - {workflowId: one, dependsOn: [two], steps: [{stepId: a, operationId: logIn}]}
        - {workflowId: two, dependsOn: [one], steps: [{stepId: a, operationId: logIn}]}
      """)
    #expect(compilation.plan.workflows.map(\.id) == ["enter"])
    #expect(compilation.errors.count == 2)
    #expect(
      compilation.errors.allSatisfy { $0.contains("depends on itself through") },
      "\(compilation.errors)")
  }

  @Test(
    "A step's dependsOn holds on every way to it, or is refused",
    arguments: [
      ("[first]", "", nil),
      ("[$workflows.main.steps.first]", "", nil),
      ("[frist]", "", "workflow 'main' has no step 'frist'"),
      ("[last]", "", "step 'middle' depends on step 'last', which does not always run before it"),
      (
        "[skipped]", "onSuccess: [{name: n, type: goto, stepId: middle}]",
        "step 'middle' depends on step 'skipped', which does not always run before it"
      ),
      (
        "[$workflows.enter.steps.in]", "",
        "step 'middle' depends on step 'in' of another workflow, which does not always run before it"
      ),
    ] as [(String, String, String?)])
  func steps(dependsOn: String, actions: String, message: String?) throws {
    let compilation = try compile(
      """
        - workflowId: main
          steps:
            - {stepId: first, operationId: logIn, \(actions)}
            - {stepId: skipped, operationId: logIn}
            - {stepId: middle, operationId: logIn, timeout: 50, dependsOn: \(dependsOn)}
            - {stepId: last, operationId: logIn}
      """)
    #expect(compilation.errors.count == (message == nil ? 0 : 1), "\(compilation.errors)")
    if let message { #expect(compilation.errors.first?.hasSuffix(message) == true) }
  }
}
