#if Temporal
  public import ArazzoRuntime
  public import Logging
  public import ServiceLifecycle

  /// Runs workflows that are started on a Temporal server.
  ///
  /// Each run is one standalone activity. The worker saves it on the server before each request and
  /// each wait; when the worker dies, another one goes on from there.
  ///
  /// ```swift
  /// let worker = TemporalWorker(
  ///   address: "127.0.0.1:7233", taskQueue: "arazzo",
  ///   workflows: [
  ///     TemporalWorkflow { inputs, client in try await runAppAndPoll(inputs, client: client) }
  ///   ],
  ///   client: WorkflowClient())
  /// try await worker.run()
  /// ```
  @available(Temporal 1.0, *)
  public struct TemporalWorker: Service {
    let address: String
    let namespace: String
    let security: TemporalSecurity
    let codec: (any TemporalPayloadCodec)?
    let taskQueue: String
    let workflows: [TemporalWorkflow]
    let client: WorkflowClient
    let options: TemporalWorkerOptions
    let logger: Logger
    let identity: String

    /// Creates a worker.
    ///
    /// - Parameters:
    ///   - address: A host and a port.
    ///   - namespace: The namespace of the runs.
    ///   - security: Encryption and credentials.
    ///   - codec: What encrypts payloads. Without one no payload may hold a secret.
    ///   - taskQueue: The queue from which the worker takes runs.
    ///   - workflows: What it can run. Where two have the same name, the last one counts.
    ///   - client: The client of the workflows, with their credentials.
    ///   - options: Settings.
    ///   - logger: Receives how runs end, and what the server says when it can't be reached.
    public init(
      address: String, namespace: String = "default", security: TemporalSecurity = .plaintext,
      codec: (any TemporalPayloadCodec)? = nil, taskQueue: String, workflows: [TemporalWorkflow],
      client: WorkflowClient, options: TemporalWorkerOptions = TemporalWorkerOptions(),
      logger: Logger = Logger(label: "ArazzoTemporal")
    ) {
      self.address = address
      self.namespace = namespace
      self.security = security
      self.codec = codec
      self.taskQueue = taskQueue
      self.workflows = workflows
      self.client = client
      self.options = options
      self.logger = logger
      identity = options.identity ?? TemporalConnection.processIdentity
    }

    /// Runs workflows until the task is cancelled or shut down gracefully.
    ///
    /// A graceful shutdown lets the steps that are under way end, and gives each run back to the
    /// server with its next wait. Cancelling the task gives them back at once.
    ///
    /// - Throws: ``TemporalError`` when no server with the namespace answers in time. Afterwards the
    ///   worker waits for a server that doesn't answer.
    public func run() async throws {
      let connection = try TemporalConnection(
        address: address, namespace: namespace, security: security)
      try await connection.whileOpen {
        try await connection.check(within: options.connectTimeout)
        logger.info("worker started", metadata: ["taskQueue": "\(taskQueue)"])
        await TaskPolling(worker: self, connection: connection).run()
        logger.info("worker ended", metadata: ["taskQueue": "\(taskQueue)"])
      }
    }
  }
#endif
