#if Temporal
  import ArazzoRuntime
  import Foundation
  import GRPCCore
  import GRPCNIOTransportHTTP2Posix
  import SwiftProtobuf

  /// A connection to a server, which opens again after it is lost.
  @available(Temporal 1.0, *)
  final class TemporalConnection: Sendable {
    let address: String
    let namespace: String
    private let client: GRPCClient<HTTP2ClientTransport.Posix>
    private let metadata: Metadata

    /// - Parameter address: A host and a port, such as `127.0.0.1:7233`.
    init(address: String, namespace: String, security: TemporalSecurity) throws(TemporalError) {
      self.address = address
      self.namespace = namespace
      var metadata: Metadata = ["temporal-namespace": "\(namespace)"]
      if let key = security.apiKey {
        metadata.addString("Bearer \(key.revealed)", forKey: "authorization")
      }
      self.metadata = metadata
      guard let (host, port) = Self.parts(of: address) else {
        throw TemporalError(.unreachable, "'\(address)' isn't a host and a port")
      }
      do {
        client = GRPCClient(
          transport: try HTTP2ClientTransport.Posix(
            target: .dns(host: host, port: port), transportSecurity: security.transportSecurity,
            config: .defaults { config in
              config.backoff.initial = .milliseconds(200)
              config.backoff.max = .seconds(5)
              config.connection.keepalive = .init(
                time: .seconds(30), timeout: .seconds(10), allowWithoutCalls: false)
              config.channelDebuggingCallbacks = .answeringPings
            }))
      } catch {
        throw TemporalError(
          .unreachable, "can't connect to '\(address)': \(error)", underlyingError: error)
      }
    }

    /// Host and port of an address; an IPv6 address is in brackets.
    private static func parts(of address: String) -> (host: String, port: Int)? {
      guard let colon = address.lastIndex(of: ":") else { return nil }
      let host = address[..<colon].trimmingPrefix("[")
      let name = host.last == "]" ? host.dropLast() : host
      guard !name.isEmpty, let port = Int(address[address.index(after: colon)...]) else {
        return nil
      }
      return (String(name), port)
    }

    /// Process and host, which identify a worker or a client on the server.
    static let processIdentity =
      "\(ProcessInfo.processInfo.processIdentifier)@\(ProcessInfo.processInfo.hostName)"

    /// Keeps the connection open while a closure runs, also while it ends after its task was
    /// cancelled.
    func whileOpen<Result: Sendable>(
      _ body: () async throws -> Result
    ) async throws -> Result {
      // No child of this task, which can be cancelled before the body ends. What ends the connection
      // before that makes the calls of the body fail, so that its error isn't lost.
      let connection = Task { try await run() }
      // A connection to a server that has said nothing yet doesn't end when it is only closed.
      defer { connection.cancel() }
      return try await body()
    }

    /// Keeps the connection open until ``close()``.
    func run() async throws { try await client.runConnections() }

    /// Ends ``run()`` when the calls that are under way have ended.
    func close() { client.beginGracefulShutdown() }

    /// Makes sure that there is a server at the address that has the namespace and knows runs.
    func check(within limit: Duration = .seconds(3)) async throws(TemporalError) {
      var request = APIListActivityExecutionsRequest()
      request.namespace = namespace
      request.pageSize = 1
      let _: APIListActivityExecutionsResponse = try await callUntilAnswered(
        "ListActivityExecutions", request, within: limit)
    }

    /// Makes a call.
    ///
    /// - Parameter method: The name in the interface.
    func call<Request: Message & Sendable, Response: Message & Sendable>(
      _ method: String, _ request: Request, timeout: Duration = .seconds(20)
    ) async throws(TemporalError) -> Response {
      var options = CallOptions.defaults
      options.timeout = timeout
      options.maxResponseMessageBytes = 64 * 1024 * 1024
      do {
        return try await client.unary(
          request: ClientRequest(message: request, metadata: metadata),
          descriptor: MethodDescriptor(
            fullyQualifiedService: "temporal.api.workflowservice.v1.WorkflowService",
            method: method),
          serializer: RequestCoding(), deserializer: ResponseCoding<Response>(), options: options
        ) { response in
          try response.message
        }
      } catch {
        throw TemporalError(error, of: method, at: self)
      }
    }

    /// Makes a call again after a lost connection and the like, until the server answers.
    ///
    /// Each call that the interface has can be repeated: what it asks for is done once.
    ///
    /// - Parameters:
    ///   - method: The name in the interface.
    ///   - limit: How long to try.
    ///   - shortest: How long each try may take, however late it begins.
    func callUntilAnswered<Request: Message & Sendable, Response: Message & Sendable>(
      _ method: String, _ request: Request, within limit: Duration,
      eachFor shortest: Duration = .milliseconds(500)
    ) async throws(TemporalError) -> Response {
      let end = ContinuousClock.now + limit
      var delay = Duration.milliseconds(100)
      while true {
        do throws(TemporalError) {
          let rest = end - ContinuousClock.now
          return try await call(
            method, request, timeout: max(min(rest, .seconds(20)), shortest))
        } catch {
          guard error.isTransient, ContinuousClock.now + delay < end else { throw error }
        }
        try await pause(delay, before: method)
        delay = min(delay * 2, .seconds(2))
      }
    }

    private func pause(_ delay: Duration, before method: String) async throws(TemporalError) {
      do {
        try await Task.sleep(for: delay)
      } catch {
        throw TemporalError(error, of: method, at: self)
      }
    }
  }
#endif
