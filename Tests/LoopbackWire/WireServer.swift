import FlyingSocks
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A server on a free port of the loopback interface without an idea of HTTP: its script decides
/// about every byte.
package enum WireServer {
  /// What happens on a connection, which is closed when it comes back or throws.
  package typealias Script = @Sendable (WireConnection) async throws -> Void

  /// Runs `body` against a server that plays the script on every connection that comes.
  package static func serve<Value: Sendable>(
    _ script: @escaping Script, _ body: @escaping @Sendable (URL) async throws -> Value
  ) async throws -> Value {
    let (socket, url) = try bound()
    try socket.listen()
    let listener = try await AsyncSocket(socket: socket, pool: .client)
    defer { try? listener.close() }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await accept(listener, script) }
      let value = try await body(url)
      group.cancelAll()
      return value
    }
  }

  private static func accept(_ listener: AsyncSocket, _ script: @escaping Script) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for try await socket in listener.sockets {
        group.addTask {
          // A client that goes away in the middle ends the script with an error.
          try? await script(WireConnection(socket))
          try? socket.close()
        }
      }
    }
  }

  /// Runs `body` against a port on which nothing listens. It is held meanwhile, so that no other
  /// server gets it.
  package static func refusing<Value: Sendable>(
    _ body: @Sendable (URL) async throws -> Value
  ) async throws -> Value {
    let (socket, url) = try bound()
    defer { try? socket.close() }
    return try await body(url)
  }

  private static func bound() throws -> (Socket, URL) {
    let socket = try Socket(domain: AF_INET, type: .stream)
    try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: 0))
    guard case .ip4(_, let port) = try socket.sockname(),
      let url = URL(string: "http://127.0.0.1:\(port)")
    else { throw URLError(.cannotConnectToHost) }
    return (socket, url)
  }
}
