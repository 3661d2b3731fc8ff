import ArazzoRuntime

/// How a request says which revision of the protocol it follows.
///
/// Until 2025-11-25 a client sends `initialize` first; since 2026-07-28 each request carries its
/// revision.
enum MCPVersion: Sendable {
  case initialized
  case perRequest

  /// The revision of single requests.
  static let latest = "2026-07-28"
  /// The revisions that begin with `initialize`, the latest first.
  static let withHandshake = ["2025-11-25", "2025-06-18"]

  private static let key = "io.modelcontextprotocol/"

  /// The revision of a request.
  ///
  /// - Parameters:
  ///   - meta: The member `_meta` of the request's parameters.
  ///   - isInitialized: Whether the client has sent `initialize`.
  init(_ meta: JSONValue?, isInitialized: Bool) throws(MCPError) {
    guard let version = meta?[Self.key + "protocolVersion"] else {
      guard isInitialized else {
        throw MCPError(
          .invalidParams,
          "the request has no revision of the protocol: send 'initialize' first, or "
            + "'\(Self.key)protocolVersion' in '_meta'")
      }
      self = .initialized
      return
    }
    guard version == .string(Self.latest) else {
      throw MCPError(
        .unsupportedVersion, "this revision of the protocol is not supported",
        data: ["supported": Self.supported, "requested": version])
    }
    guard meta?[Self.key + "clientCapabilities"]?.isObject == true else {
      throw MCPError(.invalidParams, "'\(Self.key)clientCapabilities' is missing in '_meta'")
    }
    self = .perRequest
  }

  /// Every revision.
  static var supported: JSONValue { .array(([latest] + withHandshake).map(JSONValue.string)) }

  /// The result with the members that the revision requires in each.
  func completed(_ result: JSONValue, by server: JSONValue) -> JSONValue {
    guard self == .perRequest, case .object(var members) = result else { return result }
    members["resultType"] = "complete"
    members["_meta"] = .object(JSONObject([(Self.key + "serverInfo", server)]))
    return .object(members)
  }

  /// The same for a result that a client may keep: it changes with the server's executable only.
  func cacheable(_ result: JSONValue, by server: JSONValue) -> JSONValue {
    guard self == .perRequest, case .object(var members) = completed(result, by: server) else {
      return result
    }
    members["ttlMs"] = 300_000
    members["cacheScope"] = "private"
    return .object(members)
  }
}
