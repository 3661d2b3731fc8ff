#if Temporal
  public import ArazzoRuntime

  /// Settings of a ``TemporalWorker``.
  public struct TemporalWorkerOptions: Sendable {
    /// The greatest number of runs at a time. A run that waits on the server isn't counted.
    /// Default: 100.
    public var maximumRuns: Int
    /// The worker gives waits of this length or longer back to the server. Default: 10 seconds.
    public var parkAfter: Duration
    /// How often a run may fail with an error for which it makes sense to try again, until it is
    /// failed for good. A wait that is given back to the server counts anew. Default: nil; no limit.
    public var failureLimit: Int?
    /// How long a run waits for another worker that this one can't go on with: the worker lacks its
    /// workflow, its plan or its codec. Nothing of the run is lost, however often that happens.
    /// Default: 10 seconds.
    public var offerAgainAfter: Duration
    /// How long the worker looks for a server when it starts. Default: 30 seconds.
    public var connectTimeout: Duration
    /// The worker's name on the server. Default: nil for process and host.
    public var identity: String?
    /// Whether it makes sense to try a run again after an error, from where it was saved.
    /// Default: ``isRetryable(_:)``.
    public var retries: @Sendable (WorkflowError) -> Bool

    /// Creates settings.
    public init(
      maximumRuns: Int = 100, parkAfter: Duration = .seconds(10), failureLimit: Int? = nil,
      offerAgainAfter: Duration = .seconds(10), connectTimeout: Duration = .seconds(30),
      identity: String? = nil,
      retries: @escaping @Sendable (WorkflowError) -> Bool = TemporalWorkerOptions.isRetryable
    ) {
      self.maximumRuns = maximumRuns
      self.parkAfter = parkAfter
      self.failureLimit = failureLimit
      self.offerAgainAfter = offerAgainAfter
      self.connectTimeout = connectTimeout
      self.identity = identity
      self.retries = retries
    }

    /// Whether an error tells of the network or of the worker, not of the document, the inputs or
    /// what a server answered: `transport` and `timedOut`.
    @Sendable public static func isRetryable(_ error: WorkflowError) -> Bool {
      [.transport, .timedOut].contains(error.code)
    }
  }
#endif
