#if Temporal
  import ArazzoRuntime
  import Foundation

  /// A port on this machine on which connections are accepted and nothing is ever sent.
  final class SilentListener: Sendable {
    private struct NoPort: Error {}

    let port: Int
    private let listener: Int32
    private let connection = Locked<Int32>(-1)

    init() throws {
      #if canImport(Darwin)
        let stream = SOCK_STREAM
      #else
        let stream = Int32(SOCK_STREAM.rawValue)
      #endif
      let listener = socket(AF_INET, stream, 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
          bind(listener, address, size) == 0 && listen(listener, 8) == 0
            && getsockname(listener, address, &size) == 0
        }
      }
      _ = fcntl(listener, F_SETFL, O_NONBLOCK)
      self.listener = listener
      port = Int(in_port_t(bigEndian: address.sin_port))
      guard isOpen else { throw NoPort() }
    }

    deinit {
      close(listener)
      connection.withLock { _ = close($0) }
    }

    /// Whether the other side has ended the connection that it opened first.
    func connectionHasEnded() -> Bool {
      connection.withLock { connection in
        if connection < 0 { connection = accept(listener, nil, nil) }
        guard connection >= 0, fcntl(connection, F_SETFL, O_NONBLOCK) == 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 1024)
        var count = 1
        while count > 0 { count = recv(connection, &bytes, bytes.count, 0) }
        return count == 0
      }
    }
  }
#endif
