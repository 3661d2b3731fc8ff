import ArazzoRuntime
import Testing

@testable import ArazzoMCP

@Suite("The protocol")
struct ProtocolTests {
  private let server = MCPServer(
    name: "sample", version: "1.2.3", tools: [SampleTools.echo, SampleTools.forever],
    environment: ["TOKEN": "t0k3n-4711"])

  @Test(
    "begins with the revision that the client asks for, or with the latest",
    arguments: [
      ("2025-06-18", "2025-06-18"), ("2025-11-25", "2025-11-25"), ("2024-11-05", "2025-11-25"),
    ])
  func initialize(wanted: String, given: String) async throws {
    try await Conversation.with(server) { client in
      let result = try await client.initialize(.string(wanted))
      #expect(result["protocolVersion"] == .string(given))
      #expect(result["serverInfo"] == ["name": "sample", "version": "1.2.3"])
      #expect(result["capabilities"] == ["tools": [:]])
      #expect(try await client.answer(2, "ping") == [:])
      let tools = try await client.answer(3, "tools/list")
      #expect(tools["tools"]?[0]?["name"] == "echo" && tools["tools"]?[1]?["name"] == "forever")
      #expect(tools["tools"]?[0]?["inputSchema"]?["required"] == ["count"])
      #expect(tools["resultType"] == nil)
    }
  }

  @Test("needs no beginning where each request carries its revision")
  func perRequest() async throws {
    try await Conversation.with(server) { client in
      let found = try await client.answer(1, "server/discover", ["_meta": modern])
      #expect(found["supportedVersions"] == ["2026-07-28", "2025-11-25", "2025-06-18"])
      #expect(found["resultType"] == "complete" && found["cacheScope"] == "private")
      let name = found["_meta"]?["io.modelcontextprotocol/serverInfo"]?["name"]
      #expect(name == "sample")
      let tools = try await client.answer(2, "tools/list", ["_meta": modern])
      #expect(tools["resultType"] == "complete" && tools["ttlMs"] != nil)
      let result = try await client.answer(
        3, "tools/call", ["name": "echo", "arguments": ["count": 1], "_meta": modern])
      #expect(result["resultType"] == "complete" && result["isError"] == false)
    }
  }

  @Test("refuses a revision that it doesn't know, and a request without any")
  func revisions() async throws {
    try await Conversation.with(server) { client in
      let unknown: JSONValue = [
        "io.modelcontextprotocol/protocolVersion": "1999-01-01",
        "io.modelcontextprotocol/clientCapabilities": [:],
      ]
      let error = try await client.answer(1, "tools/list", ["_meta": unknown])
      #expect(error["code"] == -32022 && error["data"]?["requested"] == "1999-01-01")
      #expect(try await client.answer(2, "tools/list")["code"] == -32602)
      let incomplete: JSONValue = ["io.modelcontextprotocol/protocolVersion": "2026-07-28"]
      let lacking = try await client.answer(3, "tools/list", ["_meta": incomplete])
      #expect(lacking["code"] == -32602)
    }
  }

  @Test(
    "answers what is no request with an error, and goes on",
    arguments: [
      ("{", -32700), ("[]", -32600), ("1", -32600), ("[[[\u{0}", -32700),
      (#"{"jsonrpc": "1.0", "id": 1, "method": "ping"}"#, -32600),
      (#"{"jsonrpc": "2.0", "id": 1}"#, -32600),
      (#"{"jsonrpc": "2.0", "id": null, "method": "ping"}"#, -32600),
      (#"{"jsonrpc": "2.0", "id": 1.5, "method": "ping"}"#, -32600),
      (#"{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": []}"#, -32600),
      (String(repeating: "[", count: 100_000), -32700),
    ])
  func malformed(text: String, code: Int) async throws {
    try await Conversation.with(server) { client in
      client.send(text)
      let message = try await client.next()
      #expect(message["error"]?["code"] == .number(JSONNumber(code)))
      let pong = try await client.answer(7, "ping")
      #expect(pong == [:])
    }
  }

  @Test("refuses a line over the limit, and an unknown method, tool and page")
  func refusals() async throws {
    try await Conversation.with(server) { client in
      client.send(.tooLong)
      let refusal = try await client.next()
      #expect(refusal["error"]?["code"] == -32600 && refusal["id"] == .null)
      _ = try await client.initialize()
      #expect(try await client.answer(1, "resources/list")["code"] == -32601)
      let unknown = try await client.answer(2, "tools/call", ["name": "nothing"])
      #expect(unknown["code"] == -32602 && unknown["message"] == "there is no tool 'nothing'")
      #expect(try await client.answer(3, "tools/list", ["cursor": "2"])["code"] == -32602)
      let arguments: JSONValue = ["name": "echo", "arguments": [1]]
      #expect(try await client.answer(4, "tools/call", arguments)["code"] == -32602)
    }
  }

  @Test("answers neither notifications nor responses")
  func silence() async throws {
    let rest = try await Conversation.with(server) { client in
      client.notify("notifications/cancelled", ["requestId": 99])
      client.notify("something/else", [:])
      client.send(#"{"jsonrpc": "2.0", "id": 5, "result": {}}"#)
      let pong = try await client.answer(1, "ping")
      #expect(pong == [:])
    }
    #expect(rest.isEmpty)
  }

  @Test("runs calls at the same time, and sends nothing for one that was cancelled")
  func cancellation() async throws {
    let rest = try await Conversation.with(server) { client in
      _ = try await client.initialize()
      let params: JSONValue = ["name": "forever", "_meta": ["progressToken": "p"]]
      client.request(1, "tools/call", params)
      let progress = try await client.next()
      #expect(progress["method"] == "notifications/progress")
      #expect(progress["params"]?["progressToken"] == "p" && progress["params"]?["progress"] == 1)
      #expect(progress["params"]?["message"] == "step 'a': sending GET /a")
      let twice = try await client.answer(1, "tools/call", ["name": "forever"])
      #expect(twice["code"] == -32600)
      let other = try await client.answer(
        2, "tools/call", ["name": "echo", "arguments": ["count": 1]])
      #expect(other["isError"] == false)
      client.notify("notifications/cancelled", ["requestId": 1, "reason": "enough"])
      #expect(try await client.answer(3, "ping") == [:])
    }
    #expect(rest.isEmpty)
  }

  @Test("cancels what runs when the input ends, and sends nothing more")
  func endOfInput() async throws {
    let rest = try await Conversation.with(server) { client in
      _ = try await client.initialize()
      client.request(1, "tools/call", ["name": "forever"])
    }
    #expect(rest.isEmpty)
  }
}

@Suite("Lines of the input")
struct LineTests {
  @Test("end at line feeds, however the bytes arrive")
  func pieces() {
    var splitter = MCPLineSplitter(limit: 8)
    #expect(splitter.lines(Array("ab".utf8)) == [])
    let lines = splitter.lines(Array("c\r\n\nde\nf".utf8))
    #expect(lines == [.text(Array("abc".utf8)), .text(Array("de".utf8))])
    #expect(splitter.last() == .text(Array("f".utf8)) && splitter.last() == nil)
  }

  @Test("are skipped over the limit, and the next one is read")
  func limit() {
    var splitter = MCPLineSplitter(limit: 8)
    #expect(splitter.lines(Array("12345678".utf8)) == [])
    #expect(splitter.lines(Array("9".utf8)) == [])
    #expect(splitter.lines(Array("0\nok\n".utf8)) == [.tooLong, .text(Array("ok".utf8))])
  }
}
