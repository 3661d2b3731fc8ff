import ArazzoDocuments
import Testing

@testable import ArazzoCompiler

@Suite("The help of a mistake can be pasted")
struct MendingTests {
  /// Pastes the fix of the first thing that is said.
  private func pasted(_ document: String, beside texts: [String: String] = [:]) throws -> (
    help: String?, after: Compilation
  ) {
    let compilation = try Compilation(document: document, beside: texts)
    let said = try #require(compilation.all.first)
    let fix = try #require(said.fix, "\(compilation.lines)")
    let text = fix.applied(to: SourceText(name: "a.yml", text: document))
    return (said.suggestion, try Compilation(document: text, beside: texts, strict: true))
  }

  private func document(_ workflows: String) -> String {
    """
    arazzo: 1.0.1
    info: {title: Parcels, version: 1.0.0}
    sourceDescriptions: [{name: parcels, url: parcels.yml, type: openapi}]
    workflows:

    """ + workflows
  }

  @Test(
    "P8: the operation as the specification names it",
    arguments: [
      ("operationId: parcels.listParcels", "write $sourceDescriptions.parcels.listParcels"),
      (
        "operationPath: GET /parcels",
        "write '{$sourceDescriptions.parcels.url}#/paths/~1parcels/get'"
      ),
    ])
  func p8_theHelpNamesTheOperation(operation: String, help: String) throws {
    let result = try pasted(document("- {workflowId: flow, steps: [{stepId: a, \(operation)}]}"))
    #expect(result.help == help)
    #expect(result.after.lines == [])
  }

  @Test("P9: an action that goes back to its step")
  func p9_theHelpGoesBack() throws {
    let result = try pasted(
      document(
        """
        - workflowId: flow
          steps:
            - stepId: a
              operationId: listParcels
              onSuccess:
                - name: again
                  type: retry
                  retryAfter: 2
                  retryLimit: 5
                  criteria: [{condition: "$response.body#/next == 'more'"}]
        """))
    #expect(
      result.help == "write type: goto with stepId: a, without 'retryAfter' and 'retryLimit'")
    #expect(result.after.lines == [])
  }

  @Test("P13: the workflow in dependsOn")
  func p13_theHelpIsADependency() throws {
    let first =
      "- {workflowId: first, steps: [{stepId: a, operationId: listParcels}], "
      + "outputs: {next: $steps.a.outputs.next}}\n"
    let list = first.replacing(
      "operationId: listParcels",
      with: "operationId: listParcels, outputs: {next: $response.body#/next}")
    let second = """
      - workflowId: second
        steps: [{stepId: b, operationId: listParcels, parameters: [
          {name: cursor, in: query, value: $workflows.first.outputs.next}]}]
      """
    let result = try pasted(document(list + second))
    #expect(result.help == "write dependsOn: [first]")
    #expect(result.after.lines == [])
  }

  @Test("An output that no step declares comes with its declaration")
  func undeclaredOutput() throws {
    let result = try pasted(
      document(
        """
        - workflowId: flow
          steps:
            - stepId: a
              operationId: listParcels
            - {stepId: b, operationId: listParcels, parameters: [
                {name: cursor, in: query, value: $steps.a.outputs.next}]}
        """))
    #expect(result.help == "write outputs: {next: $response.body#/next}")
    #expect(result.after.lines == [])
  }

  @Test("$sourceDescription lacks an s, and the help has it")
  func missingS() throws {
    let result = try pasted(
      document("- {workflowId: flow, steps: [{stepId: a, workflowId: $sourceDescription.x.run}]}"))
    #expect(result.help == "write $sourceDescriptions.x.run")
    #expect(result.after.errors.map { $0.contains("no source description 'x'") } == [true])
  }

  @Test(
    "A pattern in slashes comes without them, with the flags that it has",
    arguments: [("/^a$/i", "(?i:^a$)"), ("/^a$/", "^a$"), ("/^a/gs", "(?s:^a)")])
  func slashes(pattern: String, mended: String) throws {
    let result = try pasted(
      document(
        """
        - workflowId: flow
          steps:
            - stepId: a
              operationId: listParcels
              successCriteria: [{type: regex, context: $url, condition: '\(pattern)'}]
        """))
    #expect(result.help == "write '\(mended)'")
    #expect(result.after.lines == [])
  }

  // MARK: what would lead to the next mistake is not proposed

  @Test(
    "A member of another kind, or one that is there already, is not proposed",
    arguments: [
      ("{weight: 1, labels: a}", "write label"),
      ("{weight: 1, labels: [a]}", "available: 'sizes'"),
      ("{weight: 1, labels: a, label: b}", nil),
    ])
  func members(payload: String, help: String?) throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: a, operationId: createParcel, requestBody: {payload: \(payload)}}
      """)
    let said = compilation.all.filter { $0.message.contains("declares no member 'labels'") }
    #expect(said.map(\.suggestion) == [help])
  }

  @Test(
    "An operation with other path parameters is asked about, not proposed",
    arguments: [("", nil), ("parameters: [{name: parcelId, in: path, value: p}]", "deleteParcel")])
  func operations(parameters: String, proposed: String?) throws {
    let compilation = try Compilation(
      "steps: [{stepId: a, operationId: deleteParcels, \(parameters)}]")
    let said = try #require(compilation.all.first)
    #expect(said.fix?.text == proposed)
    #expect(said.suggestion?.contains("deleteParcel'") == (proposed == nil))
  }

  @Test("What follows an expression with dots is removed, and the dots are told of then")
  func remarks() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: list, operationId: listParcels, outputs: {page: $response.body}}
        - {stepId: use, operationId: listParcels, parameters: [
            {name: cursor, in: query, value: $steps.list.outputs.page.next (the last)}]}
      """)
    #expect(compilation.all.map(\.suggestion) == ["remove ' (the last)'"])
    #expect(compilation.all.first?.fix == nil)
  }

  @Test("P4: a comparison that can't find anything is told of once, by its error")
  func p4_noDialectBesideTheError() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: a
          operationId: listParcels
          successCriteria:
            - {context: $response.body#/items, condition: $.id == 'x', type: jsonpath}
      """)
    #expect(compilation.lines.count == 1, "\(compilation.lines)")
    #expect(compilation.errors.first?.contains("'$' is an array, which has no member") == true)
  }
}
