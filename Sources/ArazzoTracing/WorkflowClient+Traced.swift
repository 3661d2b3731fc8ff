#if Tracing
  public import ArazzoRuntime
  public import Metrics
  public import Tracing

  extension WorkflowClient {
    /// Runs a workflow in a span, with spans for its steps, its requests and the workflows that it
    /// calls, and measures it.
    ///
    /// ```swift
    /// let outcome = try await client.traced("run-app-and-poll") { client in
    ///   try await runAppAndPoll(inputs, client: client)
    /// }
    /// ```
    ///
    /// The span is a child of the current one. Each request carries the context of its span, such as
    /// the header field `traceparent`, unless the step sets that field itself.
    ///
    /// - Parameters:
    ///   - workflow: The identifier of the workflow, which names the span.
    ///   - tracer: The tracer. Default: that of the process.
    ///   - metrics: The factory of the metrics. Default: that of the process.
    ///   - isolation: The isolation of the caller.
    ///   - run: Runs the workflow, once, with the client that it receives.
    public func traced<Result, Failure: Error>(
      _ workflow: String, tracer: any Tracer = InstrumentationSystem.tracer,
      metrics: any MetricsFactory = MetricsSystem.factory,
      isolation: isolated (any Actor)? = #isolation,
      _ run: (WorkflowClient) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
      let span = tracer.startSpan(workflow)
      span.attributes[TraceName.workflow] = workflow
      let trace = RunTrace(
        workflow, depth: callDepth, span, tracer, RunMetrics(factory: metrics))
      var client = self
      client.observer = observer.map { CombinedObserver($0, trace) } ?? trace
      client.transport = TracingTransport(transport: transport, trace: trace)
      let start = ContinuousClock.now
      let result = await ServiceContext.withValue(span.context, isolation: isolation) {
        () async -> Swift.Result<Result, Failure> in
        do throws(Failure) { return .success(try await run(client)) } catch {
          return .failure(error)
        }
      }
      trace.end(RunEnding(result), after: .now - start)
      return try result.get()
    }
  }

  /// How a run ended, for its span and the metrics.
  struct RunEnding {
    /// The name of the ending; `nil` if the workflow threw an error.
    var name: String?
    var failure: TraceFailure?

    init<Result, Failure: Error>(_ result: Swift.Result<Result, Failure>) {
      switch result {
      case .success(let value):
        guard let outcome = value as? any WorkflowOutcome else {
          name = "completed"
          return
        }
        name = Self.name(outcome)
        failure = outcome.workflowError.map(TraceFailure.init)
      case .failure(let error):
        failure = (error as? WorkflowError).map(TraceFailure.init) ?? TraceFailure(type: error)
      }
    }

    private static func name(_ outcome: some WorkflowOutcome) -> String { outcome.ending.name }
  }
#endif
