import FlyingFox
import FlyingSocks
import Foundation

/// A server's sockets, which send at once what is written to them.
///
/// The server writes head and body of a response one after the other. Without this the body waits
/// until the client has acknowledged the head, which takes 40 ms on a connection that is kept.
struct UndelayedPool: AsyncSocketPool {
  private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    // A socket that has no such option is as fast as it can be.
    try? socket.setValue(
      true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: Int32(TCP_NODELAY)))
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
