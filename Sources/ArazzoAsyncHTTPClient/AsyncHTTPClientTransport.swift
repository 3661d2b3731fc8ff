#if AsyncHTTPClient
  import ArazzoRuntime
  import AsyncHTTPClient
  import HTTPTypes
  import NIOCore

  /// A transport for servers: async-http-client, without its redirects and retries.
  ///
  /// Of the package's trait `AsyncHTTPClient`; without it nobody resolves SwiftNIO.
  ///
  /// ```swift
  /// let client = WorkflowClient(transport: AsyncHTTPClientTransport())
  /// ```
  ///
  /// Keep one for as long as requests are sent: it keeps the connections.
  public final class AsyncHTTPClientTransport: HTTPTransport {
    private let client: HTTPClient

    /// What a transport has unless told otherwise: up to 100 connections to a server, and 30 seconds
    /// for a request to get one.
    public static var defaultConfiguration: HTTPClient.Configuration {
      var pool = HTTPClient.Configuration.ConnectionPool()
      pool.concurrentHTTP1ConnectionsPerHostSoftLimit = 100
      return HTTPClient.Configuration(
        timeout: .init(connect: .seconds(30)), connectionPool: pool)
    }

    /// A transport with connections of its own.
    ///
    /// - Parameters:
    ///   - configuration: TLS, proxy, connections and so on. Its redirects, decompression and retries
    ///     of connections are not used. A request fails with ``HTTPTransportError/timedOut`` where
    ///     it gets no connection within `timeout.connect`, which counts while all are busy too.
    ///   - eventLoopGroup: What the connections run on.
    public init(
      configuration: HTTPClient.Configuration = AsyncHTTPClientTransport.defaultConfiguration,
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

    /// Sends a request and reads its response as a whole.
    public func send(
      _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
    ) async throws -> HTTPTransportResponse {
      let body = body.map { StreamedBody([.bytes($0)]) }
      return try await send(HTTPExchange(request, body: body, bodyLimit: bodyLimit))
    }

    /// Sends a request, reading its body while it does so.
    public func send(_ exchange: HTTPExchange) async throws -> HTTPTransportResponse {
      do {
        let request = try HTTPClientRequest(exchange)
        return try await receive(client.execute(request, deadline: .distantFuture), exchange)
      } catch let error as HTTPTransportError {
        throw error
      } catch {
        try Task.checkCancellation()
        throw HTTPTransportFailure(HTTPTransportError(error), underlying: error)
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
