/// The reason why a transport has no complete response.
///
/// The raw value is a message that contains no URL and no value (rule H8).
public enum HTTPTransportError: String, Error, Sendable {
  /// The response body exceeds its limit.
  case bodyTooLarge = "the response body is too large"
  /// The server sent something that is not an HTTP response.
  case notHTTP = "the server's response isn't valid HTTP"
  /// The network library cannot express the request.
  case unsupportedRequest = "the transport can't express the request"
  /// No data arrived for too long.
  case timedOut = "the request timed out"
  /// The host name cannot be resolved.
  case unknownHost = "the host name can't be resolved"
  /// The server cannot be reached, or refused the connection.
  case unreachable = "the server can't be reached"
  /// The connection ended before the response was complete.
  case connectionLost = "the connection was lost before the response was complete"
  /// The certificate of the server is not trusted, or TLS failed.
  case insecure = "the TLS connection failed, or the server's certificate isn't trusted"
}

/// An error of a network library, classified by its cause.
public struct HTTPTransportFailure: Error {
  /// The cause; `nil` if it is none of the known ones.
  public let cause: HTTPTransportError?
  /// The error of the network library, which becomes ``WorkflowError/underlyingError``.
  public let underlyingError: any Error

  /// Creates a failure.
  public init(_ cause: HTTPTransportError?, underlyingError: any Error) {
    self.cause = cause
    self.underlyingError = underlyingError
  }
}
