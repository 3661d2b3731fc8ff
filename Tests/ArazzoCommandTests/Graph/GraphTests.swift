import Foundation
import Testing

@testable import ArazzoCommand

@Suite("arazzo-gen graph and list")
struct GraphTests {
  private static let arazzo = """
    arazzo: 1.0.1
    info: { title: Ping, version: 1.0.0 }
    sourceDescriptions:
      - { name: api, url: api.yaml, type: openapi }
    workflows:
      - workflowId: ping
        summary: Ping until it answers.
        inputs:
          type: object
          required: [token]
          properties:
            token: { type: string, format: password }
            times: { type: integer, default: 3 }
        steps:
          - stepId: first
            operationId: getPing
            successCriteria: [{ condition: $statusCode < 300 }]
            onSuccess:
              - name: stillOpen
                type: goto
                stepId: first
                criteria: [{ condition: $response.body#/state == "<open>" }]
            onFailure:
              - { name: tryAgain, type: retry, retryAfter: 5, retryLimit: 3 }
              - { name: givenUp, type: end }
        outputs:
          times: $inputs.times

    """

  private func run(_ command: String, _ more: String...) throws -> Outcome {
    let sample = try Command(arazzo: Self.arazzo)
    return CommandLineTool.run([command, sample.scratch.at("ping.yaml")] + more)
  }

  @Test("Mermaid has the steps, the conditions, the waits and the endings")
  func mermaid() throws {
    let outcome = try run("graph")
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(
      outcome.output == """
        flowchart TD
          start((" ")) --> s0
          s0["<b>first</b><br/>GET /ping"]
          e0(["completed"])
          e1(["givenUp"])
          s0 -->|"stillOpen<br/>$response.body#35;/state == #34;#60;open#62;#34;<br/>poll again after a wait"| s0
          s0 --> e0
          s0 -.->|"tryAgain<br/>retry after 5 s, up to 3 times"| s0
          s0 -.->|"givenUp"| e1
          style e1 stroke:#c62828

        """)
  }

  @Test("The SVG is XML that shows the same, with what is XML's own escaped")
  func svg() throws {
    let text = try run("graph", "--format", "svg").output
    for part in [
      ">first</text>", ">GET /ping</text>", ">stillOpen</text>", "&quot;&lt;open&gt;&quot;",
      ">↻ poll again after a wait</text>", ">on failure: tryAgain</text>", ">givenUp</text>",
      ">completed</text>", "</svg>",
    ] {
      #expect(text.contains(part), "\(part) is missing")
    }
    #expect(!text.contains("<open>"))
  }

  @Test("Several workflows need a folder for their pictures")
  func several() throws {
    let more = Self.arazzo.replacing("workflowId: ping", with: "workflowId: ../pong")
    let second = more.components(separatedBy: "workflows:\n").last ?? ""
    let command = try Command(arazzo: Self.arazzo + second)
    let path = command.scratch.at("ping.yaml")
    let refused = CommandLineTool.run(["graph", path, "--format", "svg"])
    #expect(refused.status == .failure && refused.errors.contains("-o <dir>"), "\(refused.errors)")
    let outcome = CommandLineTool.run(
      ["graph", path, "--format", "svg", "-o", command.scratch.at("out")])
    #expect(outcome.status == .success)
    #expect(command.output.keys.sorted() == ["---pong.svg", "ping.svg"])
  }

  @Test("list shows inputs, outputs and operations as a table")
  func table() throws {
    #expect(
      try run("list").output == """
        WORKFLOW  INPUTS              OUTPUTS         CALLS
        ping      token: secret       times: integer  GET /ping
                  times: integer = 3

        """)
  }

  @Test("list gives the same as JSON")
  func json() throws {
    let text = try run("list", "--format", "json").output
    #expect(text.contains("\"name\" : \"token\"") && text.contains("\"required\" : true"))
    #expect(text.contains("\"operations\" : [\n          \"GET /ping\"\n"))
    #expect(text.contains("\"endings\" : [\n          \"completed\",\n          \"givenUp\"\n"))
  }

  @Test(
    "The pictures in the README are what is drawn today",
    arguments: [("Dust", "run-app-and-poll"), ("DbtCloud", "trigger-run-and-poll")])
  func pictures(folder: String, workflow: String) throws {
    let examples = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Examples/\(folder)")
    let document = examples.appending(path: "\(workflow).arazzo.yaml").path
    let picture = try String(
      contentsOf: examples.appending(path: "\(workflow).svg"), encoding: .utf8)
    #expect(CommandLineTool.run(["graph", document, "--format", "svg"]).output == picture)
  }
}
