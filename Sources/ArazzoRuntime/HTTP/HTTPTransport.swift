import HTTPTypes

/// Carries one request to a server and its response back.
///
/// A transport follows no redirects, keeps no cookies and adds no credentials: the runtime decides
/// about all of them. It ends at once when its task is cancelled, which is also how time limits
/// reach it. It throws when there is no complete response; every error it throws is a failed step,
/// but for a cancelled task.
public protocol HTTPTransport: Sendable {
  /// Sends a request whose scheme, authority and path are set.
  ///
  /// - Parameters:
  ///   - request: The head of the request.
  ///   - body: The bytes to send, `nil` for a request without a body.
  ///   - bodyLimit: Throw ``HTTPTransportError/bodyTooLarge`` as soon as more bytes arrive.
  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse

  /// The same for a transport that need not have a whole body in memory: it reads the request's body
  /// while it sends it, and hands on each piece of the response's as it comes.
  ///
  /// A transport that does without gets the body as bytes, and hands on the whole response.
  func send(_ exchange: HTTPExchange) async throws -> HTTPTransportResponse
}

/// A request with what becomes of its response.
public struct HTTPExchange: Sendable {
  /// The head of the request.
  public let request: HTTPRequest
  /// What to send; its `Content-Length` is `StreamedBody.byteCount`.
  public let body: StreamedBody?
  /// Throw ``HTTPTransportError/bodyTooLarge`` as soon as more bytes arrive.
  public let bodyLimit: Int
  /// Takes each piece of the response's body, decompressed.
  public let receive: @Sendable (HTTPResponse, [UInt8]) -> Void

  /// An exchange.
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
  /// Sends the body as bytes, and hands on the response's when it is complete.
  public func send(_ exchange: HTTPExchange) async throws -> HTTPTransportResponse {
    let response = try await send(
      exchange.request, body: exchange.body?.bytes(), bodyLimit: exchange.bodyLimit)
    exchange.receive(response.head, response.body)
    return response
  }
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

/// Any client that speaks swift-http-types as a transport.
///
/// ```swift
/// let transport = AdaptedTransport { request, body in
///   let (response, body) = try await client.perform(request, body: body ?? [])
///   return HTTPTransportResponse(response, body: body)
/// }
/// ```
public struct AdaptedTransport: HTTPTransport {
  /// Sends a request with its body; as ``HTTPTransport/send(_:body:bodyLimit:)``.
  public typealias Exchange =
    @Sendable (_ request: HTTPRequest, _ body: [UInt8]?) async throws -> HTTPTransportResponse

  private let exchange: Exchange

  /// A transport that sends with a closure; bodies past their bound are refused when they are read.
  public init(_ exchange: @escaping Exchange) { self.exchange = exchange }

  /// Calls the closure.
  public func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    try await exchange(request, body)
  }
}
