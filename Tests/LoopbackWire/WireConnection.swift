import FlyingSocks
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A client's connection, on the server's side.
package struct WireConnection: Sendable {
  private let socket: AsyncSocket

  init(_ socket: AsyncSocket) { self.socket = socket }

  /// The next request as a whole; throws where the client is gone.
  package func request() async throws -> WireRequest {
    var bytes: [UInt8] = []
    while true {
      bytes += try await socket.read(atMost: 1 << 16)
      if let request = WireRequest(bytes) { return request }
    }
  }

  /// Sends text as it is.
  package func write(_ text: String) async throws { try await write(Array(text.utf8)) }

  /// Sends bytes as they are.
  package func write(_ bytes: [UInt8]) async throws { try await socket.write(Data(bytes)) }

  /// Sends nothing more, until the client goes away.
  package func stall() async throws {
    while true { _ = try await socket.read(atMost: 1 << 16) }
  }

  /// Lets the connection end with a reset instead of in order, when its script comes back.
  package func resetAtEnd() throws { try socket.socket.setValue(0, for: LingerOption()) }
}

/// How many seconds a closed socket tries to deliver what was written; 0 resets the connection.
private struct LingerOption: SocketOption {
  let level = SOL_SOCKET
  let name = SO_LINGER

  func makeValue(from value: linger) -> Int32 { Int32(value.l_linger) }

  func makeSocketValue(from seconds: Int32) -> linger { linger(l_onoff: 1, l_linger: seconds) }
}
