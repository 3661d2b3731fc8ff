import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("What is not compiled yet says so, and only its own workflow is marked")
struct LaterConstructTests {
  @Test(
    "Constructs of a step",
    arguments: [
      "timeout: 10", "dependsOn: [b]", "requestBody: {payload: {}, replacements: []}",
      "requestBody: {payload: {a: [{context: $response.body, selector: /a, type: jsonpointer}]}}",
      "outputs: {o: {context: $response.body, selector: /a, type: jsonpointer}}",
      "parameters: [{name: p, in: query, value: {context: $url, selector: /a, type: xpath}}]",
      "parameters: [{name: p, in: querystring, value: a=1}]",
      "onSuccess: [{name: s, type: goto, workflowId: w, parameters: []}]",
    ])
  func stepConstructs(construct: String) throws {
    let reading = try Reading(
      steps: """
              - stepId: a
                operationId: b
                \(construct)
          - workflowId: other
            steps: [{stepId: a, operationId: b}]
        """)
    #expect(reading.lines.count == 1)
    #expect(reading.lines.first?.contains("is not supported yet") == true)
    #expect(reading.lines.first?.hasPrefix("13:") == true)
    #expect(reading.description?.workflows.map(\.hasErrors) == [true, false])
    #expect(reading.description?.hasErrors == false)
  }

  @Test("A step on a channel is told once for each field")
  func channel() throws {
    let reading = try Reading(steps: "      - {stepId: a, channelPath: b, action: send}\n")
    #expect(
      reading.lines == [
        "11:21: error: step 'a': 'channelPath' is not supported yet",
        "11:37: error: step 'a': 'action' is not supported yet",
      ])
  }

  @Test("'$self' concerns the whole document")
  func baseURI() throws {
    let text = Reading.head.replacing("info:", with: "$self: a.yml\ninfo:")
    let reading = try Reading(text + "      - {stepId: a, operationId: b}\n")
    #expect(reading.lines == ["2:1: error: the document: '$self' is not supported yet"])
    #expect(reading.description?.hasErrors == true)
    #expect(reading.description?.workflows.map(\.hasErrors) == [false])
  }
}
