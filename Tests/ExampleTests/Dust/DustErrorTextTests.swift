import ArazzoRuntime
import ArazzoTesting
import DustExample
import Foundation
import Testing

@Suite("Dust: how an error reads")
struct DustErrorTextTests {
  /// An API that starts a run and then is out of service.
  private static let outage = ScriptedTransport([
    .on("POST", "*", .json(["run": ["run_id": "r1"]])),
    .always(
      .text(
        #"{"title": "Out of service", "detail": "back at noon"}"#, type: "application/problem+json",
        status: 503)),
  ])

  @Test("the README shows it as it is")
  func readme() async throws {
    let root = (1...4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let client = WorkflowClient(transport: Self.outage, clock: WorkflowTestClock())
    let error = await #expect(throws: WorkflowError.self) {
      _ = try await runAppAndPoll(.example, client: client)
    }
    let text = "\(try #require(error))"
    #expect(readme.contains("```\n\(text)\n```"))
  }
}
