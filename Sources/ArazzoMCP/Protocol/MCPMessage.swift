import ArazzoRuntime

/// A message of JSON-RPC 2.0 from the client.
enum MCPMessage: Sendable {
  case request(id: JSONValue, method: String, params: JSONObject)
  case notification(method: String, params: JSONObject)
  /// A response, which nobody waits for: this server sends no requests.
  case response

  /// Reads a message.
  ///
  /// - Throws: ``MCPError``, and the id of the request if it has one.
  init(_ bytes: [UInt8]) throws(MCPError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes, maximumDepth: 128)
    } catch {
      throw MCPError(.parseError, "the message is not JSON: \(error)")
    }
    guard case .object(let members) = value else {
      throw MCPError(.invalidRequest, "the message is not a JSON object; batches are not supported")
    }
    let id = members["id"]
    let isID = id?.isMessageID ?? true
    let known = isID ? id : nil
    guard members["jsonrpc"] == "2.0", isID else {
      throw MCPError(
        .invalidRequest,
        isID ? "'jsonrpc' must be '2.0'" : "'id' must be a string or an integer", id: known)
    }
    guard case .string(let method)? = members["method"] else {
      guard members["result"] != nil || members["error"] != nil else {
        throw MCPError(.invalidRequest, "'method' is missing", id: known)
      }
      self = .response
      return
    }
    let params = members["params"] ?? [:]
    guard case .object(let params) = params else {
      throw MCPError(.invalidRequest, "'params' must be an object", id: known)
    }
    if let id {
      self = .request(id: id, method: method, params: params)
    } else {
      self = .notification(method: method, params: params)
    }
  }
}

extension JSONValue {
  /// Whether it can identify a request, or the progress of one.
  var isMessageID: Bool {
    switch self {
    case .string: true
    case .number(let number): number.int64 != nil
    case .null, .bool, .array, .object: false
    }
  }
}

/// An error of the protocol: the response to a request that can't be served.
struct MCPError: Error, Sendable {
  enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case unsupportedVersion = -32022
  }

  let code: Code
  let message: String
  var data: JSONValue?
  /// The request; `nil` if it could not be read.
  var id: JSONValue?

  init(_ code: Code, _ message: String, data: JSONValue? = nil, id: JSONValue? = nil) {
    (self.code, self.message, self.data, self.id) = (code, message, data, id)
  }

  /// The response.
  func message(to request: JSONValue?) -> JSONValue {
    [
      "jsonrpc": "2.0", "id": request ?? id ?? .null,
      "error": [
        "code": .number(JSONNumber(code.rawValue)), "message": .string(message), "data": data,
      ],
    ]
  }
}
