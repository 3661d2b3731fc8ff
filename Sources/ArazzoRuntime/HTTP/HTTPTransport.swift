import HTTPTypes

/// Carries one request to a server and its response back.
///
/// A transport follows no redirects, keeps no cookies and adds no credentials: the runtime decides
/// about all of them. It throws when there is no complete response; every error it throws is a
/// failed step, but for a cancelled task.
public protocol HTTPTransport: Sendable {
  /// Sends a request whose scheme, authority and path are set.
  ///
  /// - Parameters:
  ///   - request: The head of the request.
  ///   - body: The bytes to send, `nil` for a request without a body.
  ///   - bodyLimit: Throw ``HTTPTransportError/bodyTooLarge`` as soon as more bytes arrive.
  ///   - timeout: How long the exchange may take; `nil` leaves it to the transport.
  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int, timeout: Duration?
  ) async throws -> HTTPTransportResponse
}

/// A complete response.
public struct HTTPTransportResponse: Sendable {
  /// Status and header fields.
  public var head: HTTPResponse
  /// The body, decompressed.
  public var body: [UInt8]

  /// A response.
  public init(_ head: HTTPResponse, body: [UInt8] = []) {
    self.head = head
    self.body = body
  }
}

/// What a transport throws where the runtime must tell the cause.
public enum HTTPTransportError: Error, Sendable, Hashable {
  /// The body has more bytes than asked for.
  case bodyTooLarge
  /// What came back is no HTTP response.
  case notHTTP
  /// The request can't be expressed to the network library.
  case unsupportedRequest
}

/// Whether redirects of a step are followed (rule H4).
public enum RedirectPolicy: Sendable, Hashable {
  /// Redirects of GET and HEAD are followed: five at most, never from https to http, and without
  /// credentials to another origin.
  case follow
  /// The step sees the 3xx.
  case keep
}
