import Testing

@testable import ArazzoCompiler

@Suite("Workflows of other Arazzo documents")
struct OtherDocumentTests {
  private static let other = """
    arazzo: 1.0.1
    info: {title: Other, version: 1.0.0}
    sourceDescriptions: [{name: parcels, url: parcels.yml, type: openapi}]
    workflows:
      - workflowId: enter
        inputs: {type: object, properties: {name: {type: string, default: me}}}
        steps: [{stepId: in, operationId: logIn, outputs: {t: $response.body#/token}}]
        outputs: {t: $steps.in.outputs.t}
      - workflowId: broken
        steps: [{stepId: in}]
      - workflowId: unused
        steps: [{stepId: in, operationId: nothing}]

    """

  private func compile(_ workflows: String) throws -> Compilation {
    try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Main, version: 1.0.0}
        sourceDescriptions:
          - {name: parcels, url: parcels.yml, type: openapi}
          - {name: other, url: other.yml, type: arazzo}
        workflows:
        \(workflows)

        """, beside: ["other.yml": Self.other])
  }

  @Test("The called one is generated with the document that calls it, and no more of its document")
  func call() throws {
    let compilation = try compile(
      """
        - workflowId: main
          steps:
            - stepId: call
              workflowId: $sourceDescriptions.other.enter
              outputs: {t: $outputs.t}
          outputs: {t: $steps.call.outputs.t, again: $workflows.enter.outputs.t}
      """)
    #expect(compilation.lines == [])
    #expect(compilation.plan.workflows.map(\.id) == ["main", "enter"])
    #expect(compilation.plan.workflows.map(\.document) == [nil, "other.yml"])
    #expect(compilation.workflow?.outputSketches == ["t: string", "again: string"])
    #expect(compilation.total == 1)
    #expect(compilation.plan.servers.map(\.source) == ["parcels"])
  }

  @Test("One of the same name is called by the document's name as well")
  func sameName() throws {
    let compilation = try compile(
      """
        - {workflowId: enter, steps: [{stepId: a, workflowId: $sourceDescriptions.other.enter}]}
      """)
    #expect(compilation.lines == [])
    #expect(compilation.plan.workflows.map(\.id) == ["enter", "other.enter"])
    #expect(compilation.plan.workflows.map(\.name) == ["enter", "enter"])
  }

  @Test(
    "What can't be found is refused where it is named",
    arguments: [
      ("$sourceDescriptions.othr.enter", "there is no source description 'othr'"),
      ("$sourceDescriptions.other.entr", "there is no workflow 'entr' in 'other.yml'"),
      (
        "$sourceDescriptions.parcels.enter",
        "source 'parcels' has no workflows: its type is 'openapi'"
      ),
    ])
  func refusals(reference: String, message: String) throws {
    let compilation = try compile(
      "  - {workflowId: main, steps: [{stepId: a, workflowId: \(reference)}]}")
    #expect(compilation.errors.contains { $0.hasSuffix(message) }, "\(compilation.errors)")
    #expect(compilation.plan.workflows.isEmpty)
  }

  @Test("A mistake in the other document counts where its workflow is needed")
  func mistakes() throws {
    let compilation = try compile(
      """
        - {workflowId: main, steps: [{stepId: a, workflowId: $sourceDescriptions.other.broken}]}
        - {workflowId: fine, steps: [{stepId: a, operationId: logIn}]}
      """)
    #expect(compilation.errors.count == 1 && compilation.errors[0].hasPrefix("10:"))
    #expect(compilation.plan.workflows.map(\.id) == ["fine"])
  }
}
