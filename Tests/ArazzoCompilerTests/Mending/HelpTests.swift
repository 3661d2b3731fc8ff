import ArazzoDocuments
import Testing

@testable import ArazzoCompiler

@Suite("A help has the text of its place, with the names that are there")
struct HelpTests {
  /// Compiles steps after one that lists, and returns the first diagnostic.
  private func told(_ steps: String) throws -> Diagnostic {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: list, operationId: listParcels, outputs: {items: $response.body#/items}}
      \(steps)
      """)
    return try #require(compilation.all.first)
  }

  private func use(_ value: String) -> String {
    "  - {stepId: use, operationId: listParcels, parameters: [{name: cursor, in: query, value: "
      + "\(value)}]}"
  }

  @Test("A name after '#' gets its slash")
  func slash() throws {
    let said = try told(
      "  - {stepId: a, operationId: listParcels, outputs: {x: $response.body#next}}")
    #expect(said.message == "'$response.body#next': a JSON Pointer begins with '/', found 'n'")
    #expect(said.suggestion == "write $response.body#/next")
    #expect(said.severity == .error)
  }

  @Test("An unknown root is told with the whole expression")
  func unknownRoot() throws {
    let said = try told(use("$step.list.outputs.items"))
    #expect(
      said.message
        == "'$step.list.outputs.items' is read as plain text: no runtime expression begins with '$step'"
    )
    #expect(said.suggestion == "write $steps.list.outputs.items")
  }

  @Test("A query after an expression becomes a selector object")
  func query() throws {
    let said = try told(use("\"$steps.list.outputs.items[*].id\""))
    #expect(
      said.suggestion
        == "write {context: $steps.list.outputs.items, selector: '$[*].id', type: jsonpath}")
  }

  @Test("'$outputs' without a called workflow is the output of the one step that has it")
  func outputs() throws {
    let said = try told(use("$outputs.items#/0/id"))
    #expect(said.message == "'$outputs' is only available in a step that calls a workflow")
    #expect(said.suggestion == "write $steps.list.outputs.items#/0/id")
  }

  @Test("A response that isn't there yet is an output of the step before")
  func response() throws {
    let said = try told(use("$response.body#/next"))
    #expect(
      said.message
        == "'$response.body#/next' isn't available before the step has received its response")
    #expect(said.suggestion?.hasSuffix("and write $steps.list.outputs.body") == true)
  }

  @Test(
    "An operation is named from the source and the path in the text",
    arguments: [
      ("'{parcels}./parcels/{parcelId} DELETE'", "~1parcels~1{parcelId}/delete"),
      ("'{parcels}./labels'", "~1labels/put"),
    ])
  func operations(path: String, pointer: String) throws {
    let said = try told("  - {stepId: a, operationPath: \(path)}")
    #expect(said.message.hasSuffix("does not name an operation"))
    #expect(
      said.suggestion == "write '{$sourceDescriptions.parcels.url}#/paths/\(pointer)'")
  }

  @Test(
    "A condition is one text",
    arguments: [
      (
        "{context: $statusCode, condition: ==, value: 201}",
        "write condition: $statusCode == 201, without 'context' and 'value'"
      ),
      ("{condition: ==}", "a condition is one text, as '$statusCode == 200'"),
      ("{condition: '$statusCode in [200]'}", "write '$statusCode == 200'"),
      (
        "{condition: '$statusCode in [200, 201]'}",
        "write '$statusCode == 200 || $statusCode == 201'"
      ),
      ("{condition: $statusCode = 200}", "write $statusCode == 200"),
      (
        "{condition: \"$statusCode == 200 and $url != 'a'\"}",
        "write \"$statusCode == 200 && $url != 'a'\""
      ),
      ("{condition: $inputs.a == True}", "write $inputs.a == true"),
    ])
  func conditions(criterion: String, help: String) throws {
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {a: {}}}
      steps: [{stepId: a, operationId: listParcels, successCriteria: [\(criterion)]}]
      """)
    #expect(compilation.suggestions.contains(help), "\(compilation.suggestions)")
  }

  @Test("Of a condition, the expression is quoted that has no value")
  func partOfCondition() throws {
    let said = try told(
      """
        - stepId: a
          operationId: listParcels
          successCriteria: [{condition: "$request.header.x == 'application/original'"}]
      """)
    #expect(said.message == "'$request.header.x' has no value: step 'a' sends no header 'x'")
  }

  @Test("Inputs of one name that no workflow uses are one warning about the name")
  func unusedInputs() throws {
    let input = "inputs: {type: object, properties: {id: {type: string}}}"
    let steps = "steps: [{stepId: a, operationId: listParcels}]"
    let compilation = try Compilation(
      workflows: """
        - {workflowId: first, \(input), \(steps)}
        - {workflowId: second, \(input), \(steps)}
        """)
    #expect(
      compilation.everything.map(\.message) == [
        "the input 'id' is never used (2 places; this is the first)"
      ])
    #expect(
      compilation.everything.flatMap(\.places).last?.message == "the input 'id' is never used")
  }

  @Test("An output without a value is shown where it is required")
  func missingOutput() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: drop, operationId: deleteParcel, parameters: [{name: parcelId, in: path, value: p}],
           outputs: {id: $response.body#/id}}
        - {stepId: get, operationId: getParcel, parameters: [
            {name: parcelId, in: path, value: $steps.drop.outputs.id}]}
      """)
    let said = try #require(compilation.all.first { $0.severity == .error })
    #expect(
      said.related.map(\.message) == ["the output is always missing, because of this reference"])
    #expect(said.related.first?.location.line == 9)
  }
}
