/// Why a transport has no complete response, where the runtime can tell the cause.
public enum HTTPTransportError: Error, Sendable, Hashable {
  /// The body has more bytes than asked for.
  case bodyTooLarge
  /// What came back is no HTTP response.
  case notHTTP
  /// The request can't be expressed to the network library.
  case unsupportedRequest
  /// Nothing came for too long.
  case timedOut
  /// The server's name can't be found.
  case unknownHost
  /// The server can't be reached, or refused the connection.
  case unreachable
  /// The connection ended before the response was complete.
  case connectionLost
  /// The server's certificate is not trusted, or no secure connection could be made.
  case insecure

  /// The cause in words that hold no URL and no value (rule H8).
  var words: String {
    switch self {
    case .bodyTooLarge: "the response's body is too large"
    case .notHTTP: "what came back is no HTTP response"
    case .unsupportedRequest: "the transport can't express the request"
    case .timedOut: "the request timed out"
    case .unknownHost: "the server's name can't be found"
    case .unreachable: "the server can't be reached"
    case .connectionLost: "the connection was lost before the response was complete"
    case .insecure: "no secure connection could be made, or the server's certificate is not trusted"
    }
  }
}

/// What a transport throws where its network library has an error of its own for the cause.
public struct HTTPTransportFailure: Error {
  /// The cause; `nil` where it is none of those.
  public let cause: HTTPTransportError?
  /// The library's error, which becomes ``WorkflowError/underlying``.
  public let underlying: any Error

  /// A failure with its cause.
  public init(_ cause: HTTPTransportError?, underlying: any Error) {
    self.cause = cause
    self.underlying = underlying
  }
}
