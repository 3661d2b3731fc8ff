#if Temporal
  import ArazzoRuntime
  import Foundation

  /// A real server on this machine, with its data in a folder of its own.
  final class TemporalServer: Sendable {
    private struct NoServer: Error {}

    /// The program `temporal`, as the environment variable `TEMPORAL_COMMAND` names it.
    private static let command = ProcessInfo.processInfo.environment["TEMPORAL_COMMAND"]

    /// Whether there is a program; says so once if not.
    static let isInstalled: Bool = {
      guard let command, FileManager.default.isExecutableFile(atPath: command) else {
        print("note: the tests of ArazzoTemporal are skipped: TEMPORAL_COMMAND names no program")
        return false
      }
      return true
    }()

    /// Whether to run what takes minutes: with `TEMPORAL_TESTS=all`.
    static let runsAll = ProcessInfo.processInfo.environment["TEMPORAL_TESTS"] == "all"

    let port: Int
    private let folder: URL
    private let process = Running()

    var address: String { "127.0.0.1:\(port)" }

    private init(_ folder: URL) throws {
      self.folder = folder
      port = try Self.freePort()
    }

    /// Gives a server to a closure.
    static func serve<Result>(
      isolation: isolated (any Actor)? = #isolation, _ body: (TemporalServer) async throws -> Result
    ) async throws -> Result {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let server = try TemporalServer(folder)
      try await server.start()
      defer { server.kill() }
      return try await body(server)
    }

    /// Starts the server, with the data that it left behind if it ran before.
    func start() async throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Self.command ?? "")
      process.arguments = [
        "server", "start-dev", "--headless", "--ip", "127.0.0.1", "--port", "\(port)",
        "--http-port", "\(try Self.freePort())", "--log-level", "never", "--db-filename",
        folder.appending(path: "temporal.db").path,
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      self.process.set(process)
      for _ in 0..<300 {
        if Self.canConnect(to: port) { return }
        try await Task.sleep(for: .milliseconds(50))
      }
      throw NoServer()
    }

    /// Ends the server without a warning.
    func kill() { process.kill() }

    /// Whether anything that the server has stored contains a text.
    func hasStored(_ text: String) throws -> Bool {
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .contains { try Data(contentsOf: $0).range(of: Data(text.utf8)) != nil }
    }
  }

  extension TemporalServer {
    private static func withSocket<Result>(
      to port: Int, _ body: (Int32, UnsafePointer<sockaddr>, socklen_t) throws -> Result
    ) throws -> Result {
      #if canImport(Darwin)
        let stream = SOCK_STREAM
      #else
        let stream = Int32(SOCK_STREAM.rawValue)
      #endif
      let socket = socket(AF_INET, stream, 0)
      guard socket >= 0 else { throw NoServer() }
      defer { close(socket) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(port).bigEndian
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      let size = socklen_t(MemoryLayout<sockaddr_in>.size)
      return try withUnsafePointer(to: &address) { pointer in
        try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { try body(socket, $0, size) }
      }
    }

    static func freePort() throws -> Int {
      try withSocket(to: 0) { socket, address, size in
        guard bind(socket, address, size) == 0 else { throw NoServer() }
        var bound = sockaddr_in()
        var boundSize = size
        let result = withUnsafeMutablePointer(to: &bound) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            getsockname(socket, $0, &boundSize)
          }
        }
        guard result == 0 else { throw NoServer() }
        return Int(in_port_t(bigEndian: bound.sin_port))
      }
    }

    private static func canConnect(to port: Int) -> Bool {
      (try? withSocket(to: port) { connect($0, $1, $2) == 0 }) ?? false
    }
  }

  /// A process that ends with its owner.
  private final class Running: Sendable {
    private let process = Locked<Process?>(nil)

    func set(_ process: Process) { self.process.withLock { $0 = process } }

    func kill() {
      process.withLock { process in
        guard let running = process else { return }
        Foundation.kill(running.processIdentifier, SIGKILL)
        running.waitUntilExit()
        process = nil
      }
    }
  }
#endif
