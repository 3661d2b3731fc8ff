#if AsyncHTTPClient
  import ArazzoRuntime
  import AsyncHTTPClient
  import HTTPTypes
  import NIOCore

  /// A transport for servers, with async-http-client on SwiftNIO.
  ///
  /// It requires the package trait `AsyncHTTPClient`.
  ///
  /// ```swift
  /// let client = WorkflowClient(transport: NIOHTTPTransport())
  /// ```
  ///
  /// The transport owns the connections, so keep one instance for all requests.
  public final class NIOHTTPTransport: HTTPTransport {
    private let client: HTTPClient

    /// The default configuration: up to 100 connections to a server, and up to 30 seconds to get
    /// one.
    public static var defaultConfiguration: HTTPClient.Configuration {
      var pool = HTTPClient.Configuration.ConnectionPool()
      pool.concurrentHTTP1ConnectionsPerHostSoftLimit = 100
      return HTTPClient.Configuration(
        timeout: .init(connect: .seconds(30)), connectionPool: pool)
    }

    /// Creates a transport with connections of its own.
    ///
    /// - Parameters:
    ///   - configuration: Settings such as TLS, proxy and connections. Its redirects, decompression
    ///     and retries are not used. A request fails with
    ///     `HTTPTransportError.timedOut` if it gets no connection within
    ///     `timeout.connect`, also while all connections are in use.
    ///   - eventLoopGroup: The event loops of the connections.
    public init(
      configuration: HTTPClient.Configuration = NIOHTTPTransport.defaultConfiguration,
      eventLoopGroup: any EventLoopGroup = HTTPClient.defaultEventLoopGroup
    ) {
      var configuration = configuration
      configuration.redirectConfiguration = .disallow
      configuration.connectionPool.retryConnectionEstablishment = false
      // The runtime bounds what comes out, for each client on its own.
      configuration.decompression = .enabled(limit: .none)
      client = HTTPClient(eventLoopGroup: eventLoopGroup, configuration: configuration)
    }

    deinit { _ = client.shutdown() }

    /// Sends a request and reads the complete response.
    public func send(
      _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
    ) async throws -> HTTPTransportResponse {
      let body = body.map { StreamedBody([.bytes($0)]) }
      return try await send(HTTPExchange(request, body: body, bodyLimit: bodyLimit))
    }

    /// Sends a request, and reads its body while sending it.
    public func send(_ exchange: HTTPExchange) async throws -> HTTPTransportResponse {
      do {
        let request = try HTTPClientRequest(exchange)
        return try await receive(client.execute(request, deadline: .distantFuture), exchange)
      } catch let error as HTTPTransportError {
        throw error
      } catch {
        try Task.checkCancellation()
        throw HTTPTransportFailure(HTTPTransportError(error), underlyingError: error)
      }
    }

    /// Reads the body of a response piece by piece, up to its bound.
    private func receive(
      _ response: HTTPClientResponse, _ exchange: HTTPExchange
    ) async throws -> HTTPTransportResponse {
      let head = HTTPResponse(response)
      var body: [UInt8] = []
      for try await buffer in response.body {
        let bytes = Array(buffer.readableBytesView)
        guard body.count + bytes.count <= exchange.bodyLimit else {
          throw HTTPTransportError.bodyTooLarge
        }
        body += bytes
        exchange.receive(head, bytes)
      }
      try Task.checkCancellation()
      return HTTPTransportResponse(head, body: body)
    }
  }
#endif
