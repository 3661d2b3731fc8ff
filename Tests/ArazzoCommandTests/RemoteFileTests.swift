import ArazzoDescriptions
import Foundation
import LoopbackWire
import Testing

@testable import ArazzoCommand

@Suite("Documents fetched with --allow-remote")
struct RemoteFileTests {
  /// Its time is no limit where other tests keep the server from answering.
  private static let files = RemoteFiles(sizeLimit: 1 << 20, timeLimit: 3_600)

  /// Runs what waits for the network on a thread that the server doesn't need.
  private func blocking<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
    }
  }

  /// What goes wrong with a file of the server, without the server's address.
  private func problem(_ script: @escaping WireServer.Script) async throws -> String? {
    try await WireServer.serve(script) { server in
      let url = server.appending(path: "api.yaml").absoluteString
      let error = await #expect(throws: LoadError.self) {
        try await blocking { try Self.files.fetch(url) }
      }
      return error?.message.replacing(url, with: "URL")
    }
  }

  @Test("A document is received as it is")
  func fetched() async throws {
    let answer = WireServer.answering { request, connection in
      let isDocument = request.line == "GET /api.yaml"
      try await connection.answer(isDocument ? "200 OK" : "404 Not Found", [], Sample.openAPI)
    }
    let bytes = try await WireServer.serve(answer) { server in
      let url = server.appending(path: "api.yaml").absoluteString
      return try await blocking { try Self.files.fetch(url) }
    }
    #expect(String(decoding: bytes, as: UTF8.self) == Sample.openAPI)
  }

  @Test("A status that is no success is named")
  func status() async throws {
    let problem = try await problem(
      WireServer.answering { try await $1.answer("404 Not Found") })
    #expect(problem == "'URL': the server returned status 404")
  }

  @Test("A response without an end is received up to the limit")
  func endless() async throws {
    let piece = "10000\r\n" + String(repeating: " ", count: 0x10000) + "\r\n"
    let problem = try await problem { connection in
      _ = try await connection.request()
      try await connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      while true { try await connection.write(piece) }
    }
    #expect(problem == "'URL': it is larger than the limit of 1 MiB")
  }

  @Test("Where nobody answers, the error says so")
  func refused() async throws {
    try await WireServer.refusing { server in
      let error = await #expect(throws: LoadError.self) {
        try await blocking { try Self.files.fetch(server.absoluteString) }
      }
      #expect(error?.message.contains("it can't be fetched: ") == true)
    }
  }
}
