import HTTPTypes

/// A type that sends one request to a server and returns its response.
///
/// A transport follows no redirects, stores no cookies and adds no credentials; the runtime does
/// that. It ends as soon as its task is cancelled, which is also how time limits reach it. It
/// throws if there is no complete response. Every error that it throws fails the step, except in a
/// cancelled task.
public protocol HTTPTransport: Sendable {
  /// Sends a request whose scheme, authority and path are set.
  ///
  /// - Parameters:
  ///   - request: The request line and the header fields.
  ///   - body: The bytes to send; `nil` for a request without a body.
  ///   - bodyLimit: The maximum size of the response body, in bytes after decompression. Throw
  ///     ``HTTPTransportError/bodyTooLarge`` as soon as more bytes arrive.
  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse

  /// Sends a request without holding its body in memory, and passes on each part of the response
  /// body as it arrives.
  ///
  /// The default implementation reads the whole body into memory, calls
  /// ``send(_:body:bodyLimit:)``, and passes on the response body as one part.
  func send(_ exchange: HTTPExchange) async throws -> HTTPTransportResponse
}

/// A request, and what to do with its response.
public struct HTTPExchange: Sendable {
  /// The request line and the header fields.
  public let request: HTTPRequest
  /// The body to send; its `Content-Length` is `StreamedBody.byteCount`.
  public let body: StreamedBody?
  /// The maximum size of the response body, in bytes after decompression. Throw
  /// ``HTTPTransportError/bodyTooLarge`` as soon as more bytes arrive.
  public let bodyLimit: Int
  /// Handles a part of the response body, after decompression.
  public let receive: @Sendable (HTTPResponse, [UInt8]) -> Void

  /// Creates an exchange.
  public init(
    _ request: HTTPRequest, body: StreamedBody?, bodyLimit: Int,
    receive: @escaping @Sendable (HTTPResponse, [UInt8]) -> Void = { _, _ in }
  ) {
    self.request = request
    self.body = body
    self.bodyLimit = bodyLimit
    self.receive = receive
  }
}

extension HTTPTransport {
  /// Calls the closure.
  public func send(_ exchange: HTTPExchange) async throws -> HTTPTransportResponse {
    let response = try await send(
      exchange.request, body: exchange.body?.bytes(), bodyLimit: exchange.bodyLimit)
    exchange.receive(response.head, response.body)
    return response
  }
}

/// A complete response.
public struct HTTPTransportResponse: Sendable {
  /// The status and the header fields.
  public var head: HTTPResponse
  /// The body, decompressed.
  public var body: [UInt8]

  /// Creates a response.
  public init(_ head: HTTPResponse, body: [UInt8] = []) {
    self.head = head
    self.body = body
  }

  /// The response, unless its body is larger than a limit that its transport didn't enforce.
  func limited(to bodyLimit: Int) throws(HTTPTransportError) -> HTTPTransportResponse {
    guard body.count <= bodyLimit else { throw .bodyTooLarge }
    return self
  }
}

/// A transport that sends requests with a closure, for any client that uses swift-http-types.
///
/// ```swift
/// let transport = AdaptedTransport { request, body in
///   let (response, body) = try await client.perform(request, body: body ?? [])
///   return HTTPTransportResponse(response, body: body)
/// }
/// ```
public struct AdaptedTransport: HTTPTransport {
  /// Sends a request with its body, as ``HTTPTransport/send(_:body:bodyLimit:)`` does.
  public typealias Exchange =
    @Sendable (_ request: HTTPRequest, _ body: [UInt8]?) async throws -> HTTPTransportResponse

  private let exchange: Exchange

  /// Creates a transport. The size of a response body is checked after the closure returns it.
  public init(_ exchange: @escaping Exchange) { self.exchange = exchange }

  /// Calls the closure.
  public func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    try await exchange(request, body)
  }
}
