import ArazzoRuntime
import Foundation

extension MCPServer {
  /// Reads messages from standard input and writes messages to standard output, until the input
  /// ends. Then it cancels the calls that still run.
  ///
  /// What else the process prints goes to standard error. Call it once.
  public func serve() async {
    let streams = MCPStandardStreams()
    for line in startMessages { streams.log(line) }
    await serve(streams.input(limit: Self.maximumMessageSize)) { streams.write($0) }
  }

  /// Handles lines until they end.
  ///
  /// - Parameter write: Writes a message with its line break. It can wait.
  func serve(
    _ lines: AsyncStream<MCPLine>, write: @escaping @Sendable ([UInt8]) -> Void
  ) async {
    let (messages, continuation) = AsyncStream.makeStream(of: JSONValue.self)
    let writer = Task {
      for await message in messages { write(message.serialized() + [UInt8(ascii: "\n")]) }
    }
    let session = MCPSession(self) { continuation.yield($0) }
    for await line in lines { await session.receive(line) }
    await session.end()
    continuation.finish()
    await writer.value
  }

  /// What the server writes to standard error when it starts.
  var startMessages: [String] {
    var messages = ["\(name) \(version) serves \(tools.count) tools over standard input and output"]
    messages += repeatedNames.map { "several tools are called '\($0)'; the first is served" }
    let missing = missingVariables
    if !missing.isEmpty { messages.append("not set: " + missing.joined(separator: ", ")) }
    return messages.map { environment.masked($0) }
  }
}

/// The standard streams of the process, with standard output for messages alone.
struct MCPStandardStreams: Sendable {
  private let output: Int32

  /// Lets everything else that the process prints go to standard error.
  init() {
    signal(SIGPIPE, SIG_IGN)
    output = dup(STDOUT_FILENO)
    dup2(STDERR_FILENO, STDOUT_FILENO)
  }

  /// The lines of standard input. A thread of its own reads them, because reading waits.
  func input(limit: Int) -> AsyncStream<MCPLine> {
    let (lines, continuation) = AsyncStream.makeStream(of: MCPLine.self)
    Thread.detachNewThread {
      var splitter = MCPLineSplitter(limit: limit)
      while let bytes = Self.read() { splitter.lines(bytes).forEach { continuation.yield($0) } }
      if let last = splitter.last() { continuation.yield(last) }
      continuation.finish()
    }
    return lines
  }

  /// The next bytes of standard input; `nil` at its end.
  private static func read() -> [UInt8]? {
    let size = 64 * 1024
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
        count = Foundation.read(STDIN_FILENO, buffer.baseAddress, size)
        initialized = max(count, 0)
      }
      if count > 0 { return bytes }
      if count == 0 || errno != EINTR { return nil }
    }
  }

  /// Writes all bytes, unless nobody reads them any more.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(output, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return }
      rest = rest.dropFirst(max(count, 0))
    }
  }

  /// Writes a line to standard error.
  func log(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }
}
