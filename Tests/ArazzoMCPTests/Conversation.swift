import ArazzoRuntime
import Testing

@testable import ArazzoMCP

/// A client that talks to a server in memory.
struct Conversation {
  private let lines: AsyncStream<MCPLine>.Continuation
  private var messages: AsyncStream<JSONValue>.Iterator

  /// Talks to a server until `body` returns; then the input ends.
  ///
  /// - Returns: The messages that `body` didn't read.
  @discardableResult
  static func with(
    _ server: MCPServer, _ body: (inout Conversation) async throws -> Void
  ) async throws -> [JSONValue] {
    let (lines, input) = AsyncStream.makeStream(of: MCPLine.self)
    let (messages, output) = AsyncStream.makeStream(of: JSONValue.self)
    let serving = Task {
      await server.serve(lines) { bytes in
        #expect(bytes.last == UInt8(ascii: "\n"))
        #expect(bytes.dropLast().contains(UInt8(ascii: "\n")) == false)
        if let message = try? JSONValue(parsing: bytes) { output.yield(message) }
      }
      output.finish()
    }
    var conversation = Conversation(lines: input, messages: messages.makeAsyncIterator())
    defer { input.finish() }
    try await body(&conversation)
    input.finish()
    await serving.value
    var rest: [JSONValue] = []
    while let message = await conversation.messages.next() { rest.append(message) }
    return rest
  }

  func send(_ text: String) { lines.yield(.text(Array(text.utf8))) }
  func send(_ line: MCPLine) { lines.yield(line) }

  func request(_ id: JSONValue, _ method: String, _ params: JSONValue? = nil) {
    let message: JSONValue = [
      "jsonrpc": "2.0", "id": id, "method": .string(method), "params": params,
    ]
    send(message.description)
  }

  func notify(_ method: String, _ params: JSONValue) {
    let message: JSONValue = ["jsonrpc": "2.0", "method": .string(method), "params": params]
    send(message.description)
  }

  /// The next message of the server.
  mutating func next() async throws -> JSONValue { try #require(await messages.next()) }

  /// The result or error of a request.
  mutating func answer(
    _ id: JSONValue, _ method: String, _ params: JSONValue? = nil
  ) async throws -> JSONValue {
    request(id, method, params)
    let message = try await next()
    #expect(message["id"] == id && message["jsonrpc"] == "2.0")
    return try #require(message["result"] ?? message["error"])
  }

  /// Opens a connection with the handshake of the earlier revisions.
  mutating func initialize(_ version: JSONValue = "2025-06-18") async throws -> JSONValue {
    let result = try await answer(
      "init", "initialize",
      [
        "protocolVersion": version, "capabilities": [:],
        "clientInfo": ["name": "test", "version": "1"],
      ])
    notify("notifications/initialized", [:])
    return result
  }
}

/// The metadata of a request that follows the revision 2026-07-28.
let modern: JSONValue = [
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientCapabilities": [:],
]
