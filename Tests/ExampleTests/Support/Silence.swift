import ArazzoRuntime
import Foundation
import HTTPTypes

/// A transport over which nothing ever comes.
struct SilentTransport: HTTPTransport {
  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    for await _ in AsyncStream<Never>.makeStream().stream {}
    throw CancellationError()
  }
}

/// A clock on which every time limit is over at once.
struct ImpatientClock: WorkflowClock {
  var now: Duration { .zero }
  var date: Date { Date(timeIntervalSince1970: 0) }
  func sleep(for duration: Duration) async throws {}
}
