#if Temporal
  public import ServiceLifecycle

  /// Starts, describes, awaits, cancels and lists runs on a Temporal server.
  ///
  /// The connection is open while ``run()`` runs:
  ///
  /// ```swift
  /// try await TemporalClient.with(address: "127.0.0.1:7233") { client in
  ///   let run = try await client.start("run-app-and-poll", taskQueue: "arazzo", inputs: inputs)
  ///   let outcome = try await client.result(of: run)
  /// }
  /// ```
  @available(Temporal 1.0, *)
  public final class TemporalClient: Service {
    let connection: TemporalConnection
    let coding: PayloadCoding
    let identity: String

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - address: A host and a port.
    ///   - namespace: The namespace of the runs.
    ///   - security: Encryption and credentials.
    ///   - codec: The codec of the workers.
    /// - Throws: If the address or a certificate is invalid.
    public init(
      address: String, namespace: String = "default", security: TemporalSecurity = .plaintext,
      codec: (any TemporalPayloadCodec)? = nil
    ) throws(TemporalError) {
      connection = try TemporalConnection(
        address: address, namespace: namespace, security: security)
      coding = PayloadCoding(codec: codec)
      identity = TemporalConnection.processIdentity
    }

    /// Keeps the connection open until the task is cancelled or shut down gracefully.
    public func run() async throws {
      try await withTaskCancellationOrGracefulShutdownHandler {
        try await connection.run()
      } onCancelOrGracefulShutdown: { [connection] in
        connection.close()
      }
    }

    /// Gives a client with an open connection to a closure.
    ///
    /// - Throws: The error of the closure, or that the address or a certificate is invalid.
    public static func with<Result: Sendable>(
      address: String, namespace: String = "default", security: TemporalSecurity = .plaintext,
      codec: (any TemporalPayloadCodec)? = nil,
      _ body: (TemporalClient) async throws -> Result
    ) async throws -> Result {
      let client = try TemporalClient(
        address: address, namespace: namespace, security: security, codec: codec)
      return try await client.connection.whileOpen { try await body(client) }
    }
  }
#endif
