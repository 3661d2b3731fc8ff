import FlyingSocks
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A server without an idea of HTTP beyond where a request ends: it keeps the bytes of each as they
/// came.
actor Wire {
  /// A request, byte by byte.
  struct Request: Sendable {
    let head: [String]
    let body: [UInt8]

    /// `GET /x?a=1`.
    var line: String { head.first?.replacing(" HTTP/1.1", with: "") ?? "" }
    var text: String { String(decoding: body, as: UTF8.self) }

    /// What stands in the fields of that name, each as it came.
    func fields(_ name: String) -> [String] {
      head.dropFirst().filter { $0.lowercased().hasPrefix(name.lowercased() + ":") }
        .map { String($0.dropFirst(name.count + 1).drop { $0 == " " }) }
    }
  }

  /// An answer without a body.
  static let noContent = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"

  private var requests: [Request] = []
  private var answers: [String]

  private init(_ answers: [String]) { self.answers = answers }

  /// Runs `body` against a server on a free port of the loopback interface.
  ///
  /// - Parameter answers: What it answers, in order; the last one again and again.
  /// - Returns: The requests that came.
  static func record(
    _ answers: [String] = [noContent], _ body: @escaping @Sendable (URL) async throws -> Void
  ) async throws -> [Request] {
    let socket = try Socket(domain: AF_INET, type: .stream)
    try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: 0))
    try socket.listen()
    guard case .ip4(_, let port) = try socket.sockname(),
      let url = URL(string: "http://127.0.0.1:\(port)")
    else { throw URLError(.cannotConnectToHost) }
    let listener = try await AsyncSocket(socket: socket, pool: .client)
    let wire = Wire(answers)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for try await connection in listener.sockets { try? await wire.serve(connection) }
      }
      try await body(url)
      group.cancelAll()
    }
    try? listener.close()
    return await wire.requests
  }

  private func serve(_ connection: AsyncSocket) async throws {
    var bytes: [UInt8] = []
    var request = Self.request(bytes)
    while request == nil {
      bytes += try await connection.read(atMost: 1 << 16)
      request = Self.request(bytes)
    }
    if let request { requests.append(request) }
    let answer = answers.count > 1 ? answers.removeFirst() : answers.first ?? Self.noContent
    try await connection.write(Data(answer.utf8))
    try connection.close()
  }

  /// The request, as soon as it is complete.
  private static func request(_ bytes: [UInt8]) -> Request? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let request = Request(head: head, body: Array(bytes[end.upperBound...]))
    let length = request.fields("Content-Length").first.flatMap { Int($0) } ?? 0
    return request.body.count >= length ? request : nil
  }
}
