import Foundation
import LoopbackWire

/// Keeps the bytes of each request as they came.
actor Wire {
  /// An answer without a body.
  static let noContent = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"

  private var requests: [WireRequest] = []
  private var answers: [String]

  private init(_ answers: [String]) { self.answers = answers }

  /// Runs `body` against a server on a free port of the loopback interface.
  ///
  /// - Parameter answers: What it answers, in order; the last one again and again.
  /// - Returns: The requests that came.
  static func record(
    _ answers: [String] = [noContent], _ body: @escaping @Sendable (URL) async throws -> Void
  ) async throws -> [WireRequest] {
    let wire = Wire(answers)
    try await WireServer.serve(
      { try await $0.write(wire.answer(to: $0.request())) }, body)
    return await wire.requests
  }

  private func answer(to request: WireRequest) -> String {
    requests.append(request)
    return answers.count > 1 ? answers.removeFirst() : answers.first ?? Self.noContent
  }
}
