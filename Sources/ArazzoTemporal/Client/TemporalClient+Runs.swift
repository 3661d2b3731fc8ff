#if Temporal
  public import ArazzoRuntime
  import Foundation
  import SwiftProtobuf

  /// Asks for the end of a run.
  private protocol EndingRequest: Message, Sendable {
    var namespace: String { get set }
    var identity: String { get set }
    var requestID: String { get set }
    var activityID: String { get set }
    var runID: String { get set }
    var reason: String { get set }
  }

  extension APIRequestCancelActivityExecutionRequest: EndingRequest {}
  extension APITerminateActivityExecutionRequest: EndingRequest {}

  @available(Temporal 1.0, *)
  extension TemporalClient {
    /// Starts a run: the server keeps it until a worker of the task queue has brought it to its end.
    ///
    /// - Parameters:
    ///   - workflow: The name under which the workers know the workflow.
    ///   - id: The identifier of the run. While there is a run with it, another start fails with
    ///     ``TemporalError/Code/alreadyStarted``.
    ///   - taskQueue: The task queue of the workers.
    ///   - inputs: The inputs, without the secrets that the workers supply.
    ///   - options: Time limits.
    public func start(
      _ workflow: String, id: String = UUID().uuidString.lowercased(), taskQueue: String,
      inputs: some Encodable, options: TemporalRunOptions = TemporalRunOptions()
    ) async throws(TemporalError) -> TemporalRun {
      var request = APIStartActivityExecutionRequest()
      request.namespace = connection.namespace
      request.identity = identity
      request.requestID = UUID().uuidString
      request.activityID = id
      request.activityType.name = workflow
      request.taskQueue.name = taskQueue
      request.input = try await coding.payloads(inputs)
      options.write(to: &request)
      let response: APIStartActivityExecutionResponse = try await call(
        "StartActivityExecution", request)
      return TemporalRun(id: id, runID: response.runID)
    }

    /// Starts a run of a workflow without inputs, or one whose inputs the workers supply.
    public func start(
      _ workflow: String, id: String = UUID().uuidString.lowercased(), taskQueue: String,
      options: TemporalRunOptions = TemporalRunOptions()
    ) async throws(TemporalError) -> TemporalRun {
      try await start(
        workflow, id: id, taskQueue: taskQueue, inputs: [String: String](), options: options)
    }

    /// Waits for the end of a run, also while the server restarts.
    ///
    /// - Parameter run: The run, or an identifier for the latest run that has it.
    /// - Returns: The outcome as JSON, as `WorkflowOutcome` says.
    /// - Throws: ``TemporalRunFailure`` when the run failed or was cancelled, and ``TemporalError``.
    public func result(of run: TemporalRun) async throws -> JSONValue {
      // From here on the identifier can be another run's, and a server that is away is waited for.
      let run = try await describe(run).run
      var request = APIPollActivityExecutionRequest()
      request.namespace = connection.namespace
      request.activityID = run.id
      request.runID = run.runID
      while true {
        try Task.checkCancellation()
        guard let response = try await outcome(request) else { continue }
        switch response.outcome.value {
        case .result(let payloads)?:
          return try await coding.first(of: payloads) ?? .null
        case .failure(let failure)?:
          throw TemporalRunFailure(failure, of: run)
        case nil: continue
        }
      }
    }

    /// What the server says when the run has ended; nil when it is to be asked again: it restarts, or
    /// the run takes longer than a call.
    private func outcome(
      _ request: APIPollActivityExecutionRequest
    ) async throws -> APIPollActivityExecutionResponse? {
      do throws(TemporalError) {
        return try await connection.call("PollActivityExecution", request, timeout: .seconds(70))
      } catch {
        guard error.isTransient else { throw error }
        try await Task.sleep(for: .milliseconds(500))
        return nil
      }
    }

    /// Where a run stands.
    public func describe(_ run: TemporalRun) async throws(TemporalError) -> TemporalRunInfo {
      var request = APIDescribeActivityExecutionRequest()
      request.namespace = connection.namespace
      request.activityID = run.id
      request.runID = run.runID
      request.includeLastFailure = true
      request.includeHeartbeatDetails = true
      let response: APIDescribeActivityExecutionResponse = try await call(
        "DescribeActivityExecution", request)
      return TemporalRunInfo(
        response.info, details: try? await coding.first(of: response.info.heartbeatDetails))
    }

    /// Asks for a run to be cancelled. A run that waits on the server ends at once; one that a worker
    /// runs ends with its next save or heartbeat.
    ///
    /// - Parameters:
    ///   - run: The run, or an identifier for the latest run that has it.
    ///   - reason: Words for whoever looks at the run later.
    public func cancel(_ run: TemporalRun, reason: String = "") async throws(TemporalError) {
      let _: APIRequestCancelActivityExecutionResponse = try await end(
        run, reason, "RequestCancelActivityExecution", APIRequestCancelActivityExecutionRequest())
    }

    /// Ends a run at once, without asking its worker. The worker learns it when it saves.
    ///
    /// - Parameters:
    ///   - run: The run, or an identifier for the latest run that has it.
    ///   - reason: Words for whoever looks at the run later.
    public func terminate(_ run: TemporalRun, reason: String = "") async throws(TemporalError) {
      let _: APITerminateActivityExecutionResponse = try await end(
        run, reason, "TerminateActivityExecution", APITerminateActivityExecutionRequest())
    }

    private func end<Response: Message & Sendable>(
      _ run: TemporalRun, _ reason: String, _ method: String, _ request: some EndingRequest
    ) async throws(TemporalError) -> Response {
      var request = request
      request.namespace = connection.namespace
      request.identity = identity
      request.requestID = UUID().uuidString
      request.activityID = run.id
      request.runID = run.runID
      request.reason = reason
      return try await call(method, request)
    }

    /// The runs that a query selects, the latest first. A run that has just started or ended can be
    /// missing for a moment.
    ///
    /// - Parameters:
    ///   - query: In the server's language, such as
    ///     `TaskQueue = 'arazzo' AND ExecutionStatus = 'Running'`; an empty one selects all.
    ///   - limit: The greatest number of runs.
    public func runs(
      matching query: String = "", limit: Int = 1000
    ) async throws(TemporalError) -> [TemporalRunInfo] {
      guard limit > 0 else { return [] }
      var runs: [TemporalRunInfo] = []
      var request = APIListActivityExecutionsRequest()
      request.namespace = connection.namespace
      request.query = query
      repeat {
        request.pageSize = Int32(min(limit - runs.count, 500))
        let page: APIListActivityExecutionsResponse = try await call(
          "ListActivityExecutions", request)
        runs += page.executions.map { TemporalRunInfo($0) }
        request.nextPageToken = page.nextPageToken
      } while !request.nextPageToken.isEmpty && runs.count < limit
      return Array(runs.prefix(limit))
    }

    /// Makes a call. A server that is away is looked for for three seconds, a busy one may take ten.
    private func call<Request: Message & Sendable, Response: Message & Sendable>(
      _ method: String, _ request: Request
    ) async throws(TemporalError) -> Response {
      try await connection.callUntilAnswered(
        method, request, within: .seconds(3), eachFor: .seconds(10))
    }
  }
#endif
