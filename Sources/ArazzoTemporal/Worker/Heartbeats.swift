#if Temporal
  import ArazzoRuntime
  import Foundation

  /// Tells the server that a run is alive and where it stands.
  ///
  /// Only one call is under way at a time, so that an older state never replaces a newer one.
  @available(Temporal 1.0, *)
  actor Heartbeats {
    private let connection: TemporalConnection
    private let coding: PayloadCoding
    private let token: Data
    private let identity: String
    private let patience: Duration
    private var latest: Task<Void, any Error>?

    /// What the server has, or will have next: the saved run and how often it has failed.
    private(set) var details: APIPayloads
    /// Whether the server wants the run to be cancelled.
    private(set) var isCancelRequested = false
    /// Whether the run is another worker's, or has ended.
    private(set) var isLost = false

    init(
      connection: TemporalConnection, task: APIPollActivityTaskQueueResponse, coding: PayloadCoding,
      identity: String
    ) {
      self.connection = connection
      self.coding = coding
      self.identity = identity
      token = task.taskToken
      patience = task.patience
      details = task.heartbeatDetails
    }

    /// Waits until the server has the run.
    ///
    /// - Throws: `CancellationError` when the server wants the run to be cancelled.
    func save(_ run: some Encodable & Sendable) async throws {
      let saved = try await coding.payloads(run)
      if details.payloads.isEmpty {
        details = saved
      } else {
        details.payloads.replaceSubrange(0..<1, with: saved.payloads)
      }
      try await send()
    }

    /// Tells the server that the run is alive.
    func signal() async throws {
      if latest == nil { try await send() }
    }

    private func send() async throws {
      let previous = latest
      let details = details
      let call = Task {
        _ = await previous?.result
        try await record(details)
      }
      latest = call
      defer { if latest == call { latest = nil } }
      try await withTaskCancellationHandler {
        try await call.value
      } onCancel: {
        call.cancel()
      }
    }

    private func record(_ details: APIPayloads) async throws {
      var request = APIRecordActivityTaskHeartbeatRequest()
      request.namespace = connection.namespace
      request.taskToken = token
      request.identity = identity
      if !details.payloads.isEmpty { request.details = details }
      let response: APIRecordActivityTaskHeartbeatResponse
      do throws(TemporalError) {
        response = try await connection.callUntilAnswered(
          "RecordActivityTaskHeartbeat", request, within: patience)
      } catch {
        guard error.code == .unknownRun else { throw error }
        isLost = true
        throw TemporalError(
          .runLost, "the run is another worker's, or it has ended", underlyingError: error)
      }
      if response.cancelRequested {
        isCancelRequested = true
        throw CancellationError()
      }
    }
  }

  extension APIPollActivityTaskQueueResponse {
    /// How long it makes sense to tell a server that is away of the run: then it has another worker.
    var patience: Duration {
      let timeout = heartbeatTimeout.duration
      return timeout > .zero ? timeout : .seconds(60)
    }
  }
#endif
