import FlyingFox
import FlyingSocks
import Foundation

/// The sockets of all servers of the process, which send at once what is written to them.
///
/// A server writes the head and the body of a response one after the other. Without this the body waits
/// until the client has acknowledged the head, which takes 40 ms on a connection that is kept.
///
/// Servers share one pool because a pool blocks a thread of Dispatch, which has no more than 255 on Linux:
/// tests that run at the same time start more servers than that.
struct UndelayedPool: AsyncSocketPool {
  private static let shared = SharedPool(HTTPServer.defaultPool())

  func prepare() async throws { try await Self.shared.start() }

  /// Waits until the server is stopped; the shared pool goes on.
  func run() async throws {
    for await _ in AsyncStream<Never>.makeStream().stream {}
    try Task.checkCancellation()
  }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    // A socket that has no such option is as fast as it can be.
    try? socket.setValue(
      true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: Int32(TCP_NODELAY)))
    try await Self.shared.pool.suspendSocket(socket, untilReadyFor: events)
  }
}

/// A pool that is started once.
private actor SharedPool {
  nonisolated let pool: any AsyncSocketPool
  private var starting: Task<Void, any Error>?

  init(_ pool: any AsyncSocketPool) { self.pool = pool }

  func start() async throws {
    if let starting { return try await starting.value }
    let task = Task { [pool] in
      try await pool.prepare()
      Task { try await pool.run() }
    }
    starting = task
    try await task.value
  }
}
