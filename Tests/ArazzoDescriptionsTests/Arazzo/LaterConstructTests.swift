import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("What Arazzo 1.1 brought")
struct LaterConstructTests {
  private static let constructs = [
    "outputs: {o: {context: $response.body, selector: /a, type: jsonpointer}}",
    "parameters: [{name: p, in: query, value: {context: $url, selector: /a, type: xpath}}]",
    "timeout: 250",
    "dependsOn: [z]",
    "onSuccess: [{name: n, type: goto, workflowId: w, parameters: [{name: p, value: 1}]}]",
    "parameters: [{name: p, in: querystring, value: a=1}]",
    "requestBody: {payload: {a: [{context: $inputs.b, selector: $.a, type: jsonpath}]}}",
    "requestBody: {payload: {}, replacements: [{target: $.a, targetSelectorType: jsonpath, value: 1}]}",
  ]

  private func reading(_ construct: String, version: String) throws -> Reading {
    let head = Reading.head.replacing("1.0.1", with: version)
    return try Reading(head + "      - stepId: a\n        operationId: b\n        \(construct)\n")
  }

  @Test("It is read without a word in a document of 1.1", arguments: constructs)
  func later(construct: String) throws {
    #expect(try reading(construct, version: "1.1.0").lines == [])
  }

  @Test("d1_aConstructOf11InADocumentOf10IsReadWithOneWarning", arguments: constructs)
  func earlier(construct: String) throws {
    let lines = try reading(construct, version: "1.0.1").lines
    #expect(lines.count == 1)
    #expect(lines.first?.contains("warning: ") == true)
    #expect(
      lines.first?.contains("requires Arazzo 1.1, but the document says 1.0.1") == true)
  }

  @Test("One warning tells of all such constructs, at the first")
  func counted() throws {
    let text = Reading.head.replacing("info:", with: "$self: a.yml\ninfo:")
    let reading = try Reading(
      text + "      - {stepId: a, channelPath: b, action: send}\n")
    #expect(
      reading.lines == [
        "2:1: warning: '$self' requires Arazzo 1.1, but the document says 1.0.1; arazzo-gen reads it "
          + "anyway (3 places; this is the first)"
      ])
  }

  @Test("Replacements are read with their targets' language")
  func replacements() throws {
    let body = """
      requestBody:
                payload: {a: 1}
                replacements:
                  - {target: /a, value: 2}
                  - {target: //a, value: $inputs.b, targetSelectorType: {type: xpath, version: xpath-10}}
      """
    let step = try #require(try reading(body, version: "1.1.0").steps.first)
    let replacements = step.requestBody?.replacements ?? []
    #expect(replacements.map(\.target.value) == ["/a", "//a"])
    #expect(replacements.map(\.language) == [nil, .xpath])
    #expect(replacements.map { $0.paths.map(\.language) } == [[.jsonpointer, .xpath], [.xpath]])
    #expect(replacements.first?.paths.first?.pointer?.tokens == ["a"])
  }

  @Test("A later version of XPath is told, an unknown one is refused")
  func versions() throws {
    let criterion =
      "successCriteria: [{context: $response.body, condition: /a, type: {type: xpath, version: V}}]"
    let later = try reading(
      criterion.replacing("V}", with: "xpath-31}"), version: "1.1.0")
    #expect(
      later.lines == [
        "13:97: warning: criterion 1 in 'successCriteria' of step 'a': 'type': version 'xpath-31' is "
          + "read as XPath 1.0"
      ])
    #expect(later.steps.first?.successCriteria.first?.version?.value == "xpath-31")
    let unknown = try reading(criterion.replacing("V}", with: "xpath-40}"), version: "1.1.0")
    #expect(unknown.lines.count == 1)
    #expect(unknown.lines.first?.contains("'version' must be 'xpath-10'") == true)
  }

  @Test(
    "Fields of a channel that do not go together are refused",
    arguments: [
      ("channelPath: c", "lacks the required field 'action'"),
      ("channelPath: c\n        action: listen", "'action' must be 'send' or 'receive'"),
      (
        "operationId: o\n        action: send\n        correlationId: i",
        "needs the 'action' receive"
      ),
      ("workflowId: w\n        action: send", "'action' can't be used with 'workflowId'"),
      ("workflowId: w\n        channelPath: c", "must have exactly one of"),
    ])
  func channels(fields: String, message: String) throws {
    let head = Reading.head.replacing("1.0.1", with: "1.1.0")
    let reading = try Reading(head + "      - stepId: a\n        \(fields)\n")
    #expect(reading.lines.contains { $0.contains("error: ") && $0.contains(message) })
  }

  @Test(
    "A list of steps to depend on has each once, by a name that can be one",
    arguments: [
      ("[]", "'dependsOn' must have at least one step"),
      ("[b, b]", "'dependsOn' names 'b' twice"),
      ("[$steps.b]", "'dependsOn' must name a step, found '$steps.b'"),
      ("[$workflows.b]", "'dependsOn' must name a step, found '$workflows.b'"),
    ])
  func dependencies(list: String, message: String) throws {
    let lines = try reading("dependsOn: \(list)", version: "1.1.0").lines
    #expect(lines.count == 1 && lines.allSatisfy { $0.hasSuffix(message) }, "\(lines)")
  }

  @Test("A mapping as an output is a selector object, and misses its fields")
  func outputMapping() throws {
    let reading = try reading("outputs: {o: {a: 1}}", version: "1.1.0")
    #expect(
      reading.lines.filter { $0.contains("error") } == [
        "13:22: error: step 'a': output 'o' lacks the required field 'context'",
        "13:22: error: step 'a': output 'o' lacks the required field 'selector'",
        "13:22: error: step 'a': output 'o' lacks the required field 'type'",
      ])
  }
}
