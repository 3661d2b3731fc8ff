import Testing

@testable import ArazzoCompiler

@Suite("Actions (rules A1 to A6)")
struct ActionTests {
  @Test("A step's actions come first and replace the workflow's by name")
  func merging() throws {
    let compilation = try Compilation(
      """
      failureActions:
        - {name: again, type: retry, retryAfter: 9, retryLimit: 9}
        - {name: stop, type: end}
      steps:
        - stepId: ask
          operationId: listParcels
          onFailure:
            - {name: again, type: retry, retryAfter: 1.5, criteria: [{condition: $statusCode == 503}]}
      """)
    #expect(
      compilation.step("ask")?.flow == [
        "ask()", "else completed completed()",
        "failed: again if status == 503 retry 1 times after 1.5 s", "failed: stop failure stop()",
      ])
    #expect(compilation.lines == [])
  }

  @Test("Nothing runs after an action without criteria")
  func deadActions() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: ask
          operationId: listParcels
          onSuccess:
            - {name: stop, type: end}
            - {name: never, type: end}
      """)
    #expect(compilation.workflow?.ways == ["success stop"])
    #expect(
      compilation.warnings
        == [
          "12:11: warning: action 'never' never runs, because the action before it, 'stop', has no "
            + "criteria"
        ])
  }

  @Test(
    "What can't be done is refused where it stands",
    arguments: [
      (
        "onSuccess", "{name: a, type: goto, stepId: asks}",
        "10:37: error: workflow 'flow' has no step 'asks'"
      ),
      (
        "onSuccess", "{name: a, type: goto, workflowId: other}",
        "10:41: error: there is no workflow 'other' in this document"
      ),
    ])
  func refused(list: String, action: String, message: String) throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: ask, operationId: listParcels, \(list): [
      #
          \(action)]}
      """)
    #expect(compilation.errors == [message])
  }

  @Test("A step that is nearly right is suggested")
  func suggestion() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: ask
          operationId: listParcels
          onSuccess: [{name: a, type: goto, stepId: aks}]
        - {stepId: other, operationId: listParcels}
      """)
    #expect(compilation.suggestions == ["write ask"])
  }
}
