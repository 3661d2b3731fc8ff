extension WireConnection {
  /// Sends a whole response.
  ///
  /// - Parameter fields: Each as `Name: value`; `Content-Length` is added.
  package func answer(
    _ status: String = "200 OK", _ fields: [String] = ["Content-Type: application/json"],
    _ body: String = ""
  ) async throws {
    try await answer(status, fields, bytes: Array(body.utf8))
  }

  /// Sends a whole response whose body is bytes.
  package func answer(
    _ status: String = "200 OK", _ fields: [String] = [], bytes: [UInt8]
  ) async throws {
    let head = ["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(bytes.count)", "", ""]
    try await write(Array(head.joined(separator: "\r\n").utf8) + bytes)
  }
}

extension WireServer {
  /// Answers every request of every connection, for as long as the client keeps it.
  package static func answering(
    _ answer: @escaping @Sendable (WireRequest, WireConnection) async throws -> Void
  ) -> Script {
    { connection in
      while true { try await answer(connection.request(), connection) }
    }
  }
}
