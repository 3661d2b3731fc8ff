import FlyingFox
import FlyingSocks
import Foundation

/// A server that plays an example API on the loopback interface.
package struct StandIn: Sendable {
  /// Where it listens.
  package let url: URL
  private let log: RequestLog

  /// What it has received so far, in order.
  package var requests: [ReceivedRequest] {
    get async { await log.requests }
  }

  /// Serves an API on a free port for as long as `body` runs.
  package static func serve<Result>(
    _ api: some ExampleAPI, isolation: isolated (any Actor)? = #isolation,
    _ body: (StandIn) async throws -> Result
  ) async throws -> Result {
    await ServerGate.shared.enter()
    defer { Task { await ServerGate.shared.leave() } }
    let log = RequestLog()
    let server = try makeServer(for: api, log: log)
    let running = Task { try await server.run() }
    defer { running.cancel() }
    try await server.waitUntilListening(timeout: 300)
    guard let url = await url(of: server) else { throw NoAddress() }
    return try await body(StandIn(url: url, log: log))
  }

  /// The server has no address on the loopback interface.
  struct NoAddress: Error {}
}

extension StandIn {
  private static func makeServer(for api: some ExampleAPI, log: RequestLog) throws -> HTTPServer {
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: 0)
    let handler = ClosureHTTPHandler { request in
      let recorded = try await ReceivedRequest(request)
      let earlier = await log.append(recorded)
      return HTTPResponse(api.answer(to: recorded, after: earlier))
    }
    let configuration = HTTPServer.Configuration(
      address: address, pool: UndelayedPool(), logger: .disabled)
    return HTTPServer(config: configuration, handler: handler)
  }

  private static func url(of server: HTTPServer) async -> URL? {
    guard case .ip4(let host, let port)? = await server.listeningAddress else { return nil }
    return URL(string: "http://\(host):\(port)")
  }
}

extension ReceivedRequest {
  fileprivate init(_ request: HTTPRequest) async throws {
    var headers: [String: String] = [:]
    for (name, value) in request.headers { headers[name.rawValue.lowercased()] = value }
    self.init(
      method: request.method.rawValue, path: request.target.path(),
      query: request.target.query(), headers: headers,
      body: Array(try await request.bodyData))
  }
}

extension HTTPResponse {
  fileprivate init(_ answer: Answer) {
    self.init(
      statusCode: HTTPStatusCode(answer.status, phrase: "Status \(answer.status)"),
      headers: HTTPHeaders(
        Dictionary(answer.headers.map { (HTTPHeader($0), $1) }, uniquingKeysWith: { $1 })),
      body: answer.isCutShort
        ? HTTPBodySequence(from: CutShortBody(text: answer.body), count: answer.body.utf8.count + 1)
        : HTTPBodySequence(data: Data(answer.body.utf8)))
  }
}

/// A body that ends with an error, so that the server closes the connection.
private struct CutShortBody: AsyncBufferedSequence {
  let text: String

  func makeAsyncIterator() -> Iterator { Iterator(bytes: Array(text.utf8)[...]) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var bytes: ArraySlice<UInt8>

    mutating func next() async throws -> UInt8? {
      guard let byte = bytes.popFirst() else { throw SocketError.disconnected }
      return byte
    }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      guard !bytes.isEmpty else { throw SocketError.disconnected }
      defer { bytes = bytes.dropFirst(count) }
      return bytes.prefix(count)
    }
  }
}
