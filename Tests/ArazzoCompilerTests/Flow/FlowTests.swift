import Testing

@testable import ArazzoCompiler

@Suite("Control flow: what each state carries, waits, warnings (rules A8, A9, V3)")
struct FlowTests {
  @Test("Straight down is no machine, and a state carries only what is still read")
  func straight() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: a, operationId: logIn, outputs: {t: $response.body#/token, no: $statusCode}}
        - stepId: b
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.a.outputs.t}]
          outputs: {n: $response.body#/next}
        - {stepId: c, operationId: listParcels}
      outputs: {n: $steps.b.outputs.n}
      """)
    #expect(compilation.workflow?.isMachine == false)
    #expect(
      compilation.workflow?.steps.map { $0.flow.joined(separator: " ") } == [
        "a() else → b(a.t)", "b(a.t: string) else → c(b.n)",
        "c(b.n: string|null?) else completed completed(b.n)",
      ])
  }

  @Test("A step that some ways skip leaves its outputs optional")
  func skipped() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: a
          operationId: listParcels
          onSuccess:
            - {name: skip, type: goto, stepId: c, criteria: [{condition: $statusCode == 204}]}
        - {stepId: b, operationId: logIn, outputs: {t: $response.body#/token}}
        - stepId: c
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.b.outputs.t}]
      """)
    #expect(compilation.workflow?.isMachine == true)
    #expect(
      compilation.step("a")?.flow
        == ["a()", "skip if status == 204 → c(missing)", "else → b()"])
    #expect(compilation.step("c")?.flow.first == "c(b.t: string?)")
  }

  @Test("Going back without a value is a poll, with one an iteration")
  func waits() throws {
    let poll = try Compilation(
      """
      steps:
        - stepId: a
          operationId: listParcels
          onSuccess:
            - {name: again, type: goto, stepId: a, criteria: [{condition: $response.body#/next}]}
      """)
    #expect(poll.step("a")?.onSuccess.map(\.sketch) == ["again if true? body/next → a() poll"])
    let pages = try Compilation(
      """
      steps:
        - stepId: a
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.a.outputs.next}]
          outputs: {next: $response.body#/next}
          onSuccess:
            - {name: again, type: goto, stepId: a, criteria: [{condition: $response.body#/next}]}
      """)
    #expect(
      pages.step("a")?.flow == [
        "a(a.next: string|null?)", "again if true? body/next → a(a.next) iteration",
        "else completed completed()",
      ])
  }

  @Test("A loop has its steps, and only what a pass carries over makes it an iteration")
  func longLoop() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: start, operationId: logIn, outputs: {t: $response.body#/token}}
        - stepId: make
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.start.outputs.t}]
          outputs: {page: $response.body#/next}
        - stepId: look
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.make.outputs.page}]
          onSuccess: [{name: again, type: goto, stepId: make, criteria: [{condition: '!true'}]}]
      """)
    #expect(
      compilation.step("look")?.onSuccess.map(\.sketch)
        == ["again if not true? true → make(start.t) poll of make, look"])
  }

  @Test("What can't be reached is left out with a warning")
  func unreachable() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: a, operationId: listParcels, onSuccess: [{name: stop, type: end}]}
        - {stepId: b, operationId: logIn, outputs: {t: $response.body#/token}}
      outputs: {t: $steps.b.outputs.t}
      """)
    #expect(compilation.workflow?.steps.map(\.id) == ["a"])
    #expect(
      compilation.warnings == [
        "9:16: warning: no path leads to step 'b'; no code is generated for it",
        "10:16: warning: output 't' uses a step that never runs",
      ])
    #expect(compilation.workflow?.outputSketches == ["t: string?"])
  }

  @Test("A loop that nothing leads out of is worth a warning")
  func endless() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: a, operationId: listParcels}
        - {stepId: b, operationId: listParcels}
        - {stepId: c, operationId: listParcels, onSuccess: [{name: x, type: goto, stepId: b}]}
      """)
    #expect(
      compilation.warnings
        == ["9:16: warning: the loop through 'b', 'c' ends only with an error"])
    #expect(compilation.workflow?.endings == [])
  }

  @Test("A reference to a step that never ran before is an error where it stands")
  func forward() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: a
          operationId: listParcels
          parameters: [{name: cursor, in: query, value: $steps.b.outputs.t}]
        - {stepId: b, operationId: logIn, outputs: {t: $response.body#/token}}
      """)
    #expect(
      compilation.errors == [
        "10:53: error: step 'a' uses '$steps.b.outputs.t', but step 'b' never runs before it"
      ])
  }

  @Test("An action that reads a later step is refused as well")
  func forwardInAction() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: a
          operationId: listParcels
          onSuccess:
            - {name: x, type: end, criteria: [{condition: $steps.b.outputs.t}]}
        - {stepId: b, operationId: logIn, outputs: {t: $response.body#/token}}
      """)
    #expect(compilation.errors.count == 1)
  }

  @Test("'completed' is the first of the endings, the others are in the document's order")
  func endings() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: a
          operationId: listParcels
          onSuccess:
            - {name: done, type: end, criteria: [{condition: $statusCode == 201}]}
          onFailure:
            - {name: failed, type: end}
      """)
    #expect(
      compilation.workflow?.ways == ["completed completed", "success done", "failure failed"])
    #expect(compilation.workflow?.isMachine == false)
  }
}

/// Flows that can't come to a good end.
@Suite("Flows without a way out")
struct NoWayOutTests {
  @Test("An action whose criteria always hold on success hides what comes after it")
  func alwaysHolds() throws {
    let compilation = try Compilation(
      """
      successActions: [{name: again, type: goto, stepId: a, criteria: [{condition: $statusCode == 200}]}]
      steps:
        - {stepId: a, operationId: listParcels, successCriteria: [{condition: $statusCode == 200}]}
        - {stepId: b, operationId: listParcels}
      """)
    #expect(compilation.warnings.count == 2)
    #expect(compilation.workflow?.steps.map(\.id) == ["a"])
  }

  @Test("An action whose criteria ask more than the success hides nothing")
  func mayHold() throws {
    let compilation = try Compilation(
      """
      successActions: [{name: again, type: goto, stepId: a, criteria: [{condition: $statusCode == 202}]}]
      steps:
        - {stepId: a, operationId: listParcels}
        - {stepId: b, operationId: listParcels, onSuccess: [{name: end, type: end}]}
      """)
    #expect(compilation.lines == [])
  }

  @Test("A workflow that calls itself whatever happens never ends, one with another way may")
  func selfCalls() throws {
    let compilation = try Compilation(
      workflows: """
        - {workflowId: mirror, steps: [{stepId: again, workflowId: mirror}]}
        - {workflowId: ping, steps: [{stepId: call, workflowId: pong}]}
        - {workflowId: pong, steps: [{stepId: call, workflowId: ping}]}
        - workflowId: tree
          steps:
            - stepId: look
              operationId: listParcels
              onSuccess: [{name: leaf, type: end, criteria: [{condition: $response.body#/next == null}]}]
            - {stepId: deeper, workflowId: tree}
        """)
    #expect(
      compilation.errors.map { $0.prefix { $0 != ":" } }.sorted() == ["6", "7", "8"],
      "\(compilation.errors)")
    #expect(compilation.plan.workflows.map(\.id) == ["tree"])
  }

  @Test("A workflow that calls one which depends on it never ends")
  func dependencies() throws {
    let compilation = try Compilation(
      workflows: """
        - {workflowId: first, dependsOn: [second], steps: [{stepId: a, operationId: listParcels}]}
        - {workflowId: second, steps: [{stepId: b, workflowId: first}]}
        """)
    #expect(
      compilation.errors == [
        "7:16: error: workflow 'second' never ends: every path leads back to it"
      ])
    #expect(compilation.plan.workflows.isEmpty)
  }
}
