import ArazzoRuntime
import DustExample
import Foundation
import HTTPTypes
import Testing

@Suite("Dust: how an error reads")
struct DustErrorTextTests {
  /// An API that starts a run and then is out of service.
  private struct Outage: HTTPTransport {
    func send(
      _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
    ) async throws -> HTTPTransportResponse {
      var head = HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"])
      var text = #"{"run": {"run_id": "r1"}}"#
      if request.method == .get {
        head.status = .serviceUnavailable
        head.headerFields[.contentType] = "application/problem+json"
        text = #"{"title": "Out of service", "detail": "back at noon"}"#
      }
      return HTTPTransportResponse(head, body: Array(text.utf8))
    }
  }

  @Test("the README shows it as it is")
  func readme() async throws {
    let root = (1...4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let client = WorkflowClient(transport: Outage(), clock: TestClock())
    let error = await #expect(throws: WorkflowError.self) {
      _ = try await runAppAndPoll(.example, client: client)
    }
    let text = "\(try #require(error))"
    #expect(readme.contains("```\n\(text)\n```"))
  }
}
