import ArazzoRuntime
import DustExample
import Foundation
import HTTPTypes
import Testing

@Suite("Dust: what a workflow that waits holds")
struct DustMemoryTests {
  @Test("the response before the wait is released")
  func releasedResponse() async throws {
    let api = KeptResponses(statuses: ["running", "running", "running", "succeeded"])
    let seen = Locked<[Bool]>([])
    let client = WorkflowClient(
      transport: api,
      clock: LookingClock {
        let isHeld = api.isLastHeldElsewhere
        seen.withLock { $0.append(isHeld) }
      }, requestTimeout: nil)
    _ = try await runAppAndPoll(.example, client: client)
    #expect(seen.withLock { $0 } == [false, false, false])
  }
}

/// Answers a POST and then polls, and keeps the bytes that it answered last.
private final class KeptResponses: HTTPTransport {
  private let statuses: Locked<[String]>
  private let last = Locked<[UInt8]>([])

  init(statuses: [String]) { self.statuses = Locked(["running"] + statuses) }

  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    let status = statuses.withLock { $0.removeFirst() }
    let bytes = Array(#"{"run": {"run_id": "7be1", "status": {"run": "\#(status)"}}}"#.utf8)
    last.withLock { $0 = bytes }
    return HTTPTransportResponse(
      HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: bytes)
  }

  /// Whether somebody else holds the bytes too: then a change of them takes a copy.
  var isLastHeldElsewhere: Bool {
    last.withLock { bytes in
      let place = bytes.withUnsafeBufferPointer { $0.baseAddress }
      return place != bytes.withUnsafeMutableBufferPointer { UnsafePointer($0.baseAddress) }
    }
  }
}

/// A clock on which waits end at once, after a look at what there is then.
private struct LookingClock: WorkflowClock {
  let look: @Sendable () -> Void

  var now: Duration { .zero }
  var date: Date { Date(timeIntervalSince1970: 0) }
  func sleep(for duration: Duration) async throws { look() }
}
