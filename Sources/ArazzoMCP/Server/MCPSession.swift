import ArazzoRuntime

/// The requests of one client.
actor MCPSession {
  private let server: MCPServer
  private let send: @Sendable (JSONValue) -> Void
  /// Whether the client has sent `initialize`.
  private var isInitialized = false
  private var running: [JSONValue: (call: MCPCall, task: Task<Void, Never>)] = [:]

  /// - Parameter send: Sends a message and doesn't wait.
  init(_ server: MCPServer, send: @escaping @Sendable (JSONValue) -> Void) {
    self.server = server
    self.send = send
  }

  /// Handles a line of the input.
  func receive(_ line: MCPLine) {
    var request: JSONValue?
    do throws(MCPError) {
      guard case .text(let bytes) = line else {
        throw MCPError(
          .invalidRequest, "the message has more than \(MCPServer.maximumMessageSize) bytes")
      }
      switch try MCPMessage(bytes) {
      case .request(let id, let method, let params):
        request = id
        try handle(id, method, params)
      case .notification(let method, let params): handle(method, params)
      case .response: break
      }
    } catch {
      send(error.message(to: request))
    }
  }

  /// Cancels what runs and waits until it has ended.
  func end() async {
    let tasks = running.values.map(\.task)
    for (call, task) in running.values {
      call.close()
      task.cancel()
    }
    for task in tasks { await task.value }
  }

  private func handle(_ method: String, _ params: JSONObject) {
    guard method == "notifications/cancelled", let id = params["requestId"],
      let (call, task) = running[id]
    else { return }
    call.close()
    task.cancel()
  }

  private func handle(
    _ id: JSONValue, _ method: String, _ params: JSONObject
  ) throws(MCPError) {
    if running[id] != nil {
      throw MCPError(.invalidRequest, "another request with this 'id' is still running")
    }
    let meta = params["_meta"]
    switch method {
    case "initialize": try respond(id, initialize(params))
    case "ping" where meta?["io.modelcontextprotocol/protocolVersion"] == nil: respond(id, [:])
    default:
      let version = try MCPVersion(meta, isInitialized: isInitialized)
      try handle(id, method, params, version)
    }
  }

  private func handle(
    _ id: JSONValue, _ method: String, _ params: JSONObject, _ version: MCPVersion
  ) throws(MCPError) {
    switch method {
    case "tools/call": try call(id, params, version)
    case "tools/list":
      if params["cursor"] != nil {
        throw MCPError(.invalidParams, "there is no such page: all tools are on the first")
      }
      respond(id, version.cacheable(server.listing, by: server.information))
    case "server/discover" where version == .perRequest:
      respond(id, version.cacheable(server.discovery, by: server.information))
    default: throw MCPError(.methodNotFound, "there is no method '\(method)'")
    }
  }

  private func initialize(_ params: JSONObject) throws(MCPError) -> JSONValue {
    guard case .string(let wanted)? = params["protocolVersion"] else {
      throw MCPError(.invalidParams, "'protocolVersion' is missing")
    }
    isInitialized = true
    let versions = MCPVersion.withHandshake
    let version = versions.contains(wanted) ? wanted : versions[0]
    return [
      "protocolVersion": .string(version), "capabilities": server.capabilities,
      "serverInfo": server.information,
    ]
  }

  private func respond(_ id: JSONValue, _ result: JSONValue) {
    send(Self.response(id, result))
  }

  private static func response(_ id: JSONValue, _ result: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id, "result": result]
  }
}

// MARK: calls

extension MCPSession {
  private func call(
    _ id: JSONValue, _ params: JSONObject, _ version: MCPVersion
  ) throws(MCPError) {
    guard case .string(let name)? = params["name"] else {
      throw MCPError(.invalidParams, "'name' is missing")
    }
    guard let tool = server.tool(name) else {
      throw MCPError(.invalidParams, "there is no tool '\(name)'")
    }
    guard case .object(let arguments) = params["arguments"] ?? [:] else {
      throw MCPError(.invalidParams, "'arguments' must be an object")
    }
    let token = params["_meta"]?["progressToken"]
    if let token, !token.isMessageID {
      throw MCPError(.invalidParams, "'progressToken' must be a string or an integer")
    }
    let call = MCPCall(token: token, server.environment, send: send)
    let server = server
    let task = Task {
      let result = await server.run(tool, arguments, observer: call)
      self.forget(id)
      let completed = version.completed(result, by: server.information)
      call.answer(Self.response(id, completed))
    }
    running[id] = (call, task)
  }

  private func forget(_ id: JSONValue) { running[id] = nil }
}
