/// Why a transport has no complete response, where the runtime can tell the cause.
///
/// The raw value is the cause in words that hold no URL and no value (rule H8).
public enum HTTPTransportError: String, Error, Sendable {
  /// The body has more bytes than asked for.
  case bodyTooLarge = "the response's body is too large"
  /// What came back is no HTTP response, or one that does not keep to HTTP.
  case notHTTP = "what came back is no HTTP response"
  /// The request can't be expressed to the network library.
  case unsupportedRequest = "the transport can't express the request"
  /// Nothing came for too long.
  case timedOut = "the request timed out"
  /// The server's name can't be found.
  case unknownHost = "the server's name can't be found"
  /// The server can't be reached, or refused the connection.
  case unreachable = "the server can't be reached"
  /// The connection ended before the response was complete.
  case connectionLost = "the connection was lost before the response was complete"
  /// The server's certificate is not trusted, or no secure connection could be made.
  case insecure =
    "no secure connection could be made, or the server's certificate is not trusted"
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
