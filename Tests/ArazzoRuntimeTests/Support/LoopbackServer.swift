import FlyingFox
import FlyingSocks
import Foundation

/// A real HTTP server on a free port of the loopback interface.
enum LoopbackServer {
  typealias Handler = @Sendable (HTTPRequest) async throws -> HTTPResponse

  /// Runs a server for as long as `body` needs it.
  static func serve<Value: Sendable>(
    _ handler: @escaping Handler, _ body: @escaping @Sendable (URL) async throws -> Value
  ) async throws -> Value {
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled,
      handler: ClosureHTTPHandler(handler))
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      try await server.waitUntilListening(timeout: 300)
      let result = try await body(baseURL(of: server))
      group.cancelAll()
      return result
    }
  }

  private static func baseURL(of server: HTTPServer) async throws -> URL {
    guard case .ip4(_, let port) = await server.listeningAddress,
      let url = URL(string: "http://127.0.0.1:\(port)")
    else { throw URLError(.cannotConnectToHost) }
    return url
  }

  /// An answer of JSON.
  static func json(
    _ text: String, _ status: HTTPStatusCode = .ok, _ headers: HTTPHeaders = [:]
  ) -> HTTPResponse {
    var headers = headers
    headers[.contentType] = "application/json"
    return HTTPResponse(statusCode: status, headers: headers, body: Data(text.utf8))
  }

  /// A redirect.
  static func redirect(to location: String, _ status: HTTPStatusCode = .found) -> HTTPResponse {
    HTTPResponse(statusCode: status, headers: [.location: location], body: Data("gone on".utf8))
  }

  /// Never answers; ends when the server does.
  static func neverAnswer() async throws -> HTTPResponse {
    for await _ in AsyncStream<Never>.makeStream().stream {}
    throw CancellationError()
  }

  /// A body that never ends.
  static var endlessBody: HTTPBodySequence { HTTPBodySequence(from: EndlessBytes()) }
}

private struct EndlessBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  func makeAsyncIterator() -> Iterator { Iterator() }

  struct Iterator: AsyncBufferedIteratorProtocol {
    mutating func next() async throws -> UInt8? { 120 }
    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      try Task.checkCancellation()
      return Array(repeating: 120, count: count)
    }
  }
}
