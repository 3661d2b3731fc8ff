#if Temporal
  import ArazzoRuntime
  import Foundation
  import Logging
  import SwiftProtobuf

  /// What a worker answers about a run.
  enum RunAnswer: Sendable {
    /// The outcome as JSON.
    case completed(Data)
    /// It failed for good.
    case failed(reason: String, type: String)
    /// It failed, and is tried again from where it was saved.
    case failedForNow(reason: String, type: String)
    /// It is offered again, to this worker or another one.
    case again(reason: String, type: String, in: Duration)
    /// This worker can't go on with it; it is offered again until one comes that can.
    case elsewhere(reason: String, type: String)
    /// It is offered again when its wait is over.
    case parked(reason: String, due: Date)
    /// It was cancelled.
    case cancelled
  }

  /// How often a run has failed since it began or waited on the server; the second payload beside the
  /// saved run.
  private struct FailureCount: Codable {
    var failures: Int
  }

  @available(Temporal 1.0, *)
  extension RunExecution {
    /// Sends the answer, also while the worker is being stopped.
    func send(_ answer: RunAnswer) async {
      await Task {
        do {
          try await report(answer)
        } catch let error as TemporalError where error.code == .unknownRun {
          worker.logger.info("the run is another worker's, or it has ended", metadata: metadata)
        } catch {
          worker.logger.error("an answer did not reach the server: \(error)", metadata: metadata)
        }
      }.value
    }

    /// What a log entry says of the run.
    var metadata: Logger.Metadata {
      ["workflow": "\(task.activityType.name)", "id": "\(task.activityID)"]
    }

    private func report(_ answer: RunAnswer) async throws {
      switch answer {
      case .completed(let outcome): try await complete(outcome)
      case .cancelled: try await confirmCancellation()
      case .failed(let reason, let type):
        try await fail(reason, type, isFinal: true, after: nil, failures: nil)
      case .again(let reason, let type, let delay):
        try await fail(reason, type, isFinal: false, after: delay, failures: nil)
      case .elsewhere(let reason, let type):
        try await fail(
          reason, type, isFinal: false, after: worker.options.offerAgainAfter, failures: nil)
      case .parked(let reason, let due):
        let delay = max(due.timeIntervalSinceNow, 0)
        try await fail(reason, "parked", isFinal: false, after: .seconds(delay), failures: 0)
      case .failedForNow(let reason, let type):
        let failures = await failures + 1
        let isFinal = worker.options.failureLimit.map { failures >= $0 } ?? false
        let delay = Duration.seconds(1 << min(failures - 1, 6))
        try await fail(
          reason, type, isFinal: isFinal, after: min(delay, .seconds(60)), failures: failures)
      }
    }

    private func complete(_ outcome: Data) async throws {
      var request = APIRespondActivityTaskCompletedRequest()
      request.namespace = connection.namespace
      request.taskToken = task.taskToken
      request.identity = worker.identity
      do throws(TemporalError) {
        request.result = try await coding.payloads(outcome: outcome)
        let _: APIRespondActivityTaskCompletedResponse = try await connection.callUntilAnswered(
          "RespondActivityTaskCompleted", request, within: task.patience)
        worker.logger.info("a run ended", metadata: metadata)
      } catch {
        // After any other error the run goes on from where it was saved.
        guard [.payloadTooLarge, .invalidPayload].contains(error.code) else { throw error }
        try await fail(
          "the outcome can't be given to the server: \(error)", error.code.rawValue, isFinal: true,
          after: nil, failures: nil)
      }
    }

    private func confirmCancellation() async throws {
      var request = APIRespondActivityTaskCanceledRequest()
      request.namespace = connection.namespace
      request.taskToken = task.taskToken
      request.identity = worker.identity
      let _: APIRespondActivityTaskCanceledResponse = try await connection.callUntilAnswered(
        "RespondActivityTaskCanceled", request, within: task.patience)
      worker.logger.info("a run was cancelled", metadata: metadata)
    }

    private func fail(
      _ reason: String, _ type: String, isFinal: Bool, after delay: Duration?, failures: Int?
    ) async throws {
      var request = APIRespondActivityTaskFailedRequest()
      request.namespace = connection.namespace
      request.taskToken = task.taskToken
      request.identity = worker.identity
      request.failure.message = String(reason.prefix(2000))
      request.failure.source = "ArazzoTemporal"
      request.failure.applicationFailureInfo.type = type
      request.failure.applicationFailureInfo.nonRetryable = isFinal
      // The server takes zero for a delay of its own.
      let shortest = Duration.milliseconds(1)
      if let delay {
        request.failure.applicationFailureInfo.nextRetryDelay = .init(max(delay, shortest))
      }
      let details = try await details(failures: failures)
      if !details.payloads.isEmpty { request.lastHeartbeatDetails = details }
      let _: APIRespondActivityTaskFailedResponse = try await connection.callUntilAnswered(
        "RespondActivityTaskFailed", request, within: task.patience)
      worker.logger.info(
        "\(isFinal ? "a run failed" : "a run was given back"): \(reason)", metadata: metadata)
    }

    private var failures: Int {
      get async {
        guard let data = try? await coding.json(of: heartbeats.details).dropFirst().first,
          let count = try? JSONDecoder().decode(FailureCount.self, from: data)
        else { return 0 }
        return min(max(count.failures, 0), 1_000_000)
      }
    }

    /// What the server keeps for the next worker.
    private func details(failures: Int?) async throws(TemporalError) -> APIPayloads {
      var details = await heartbeats.details
      guard let failures else { return details }
      let count = try await coding.payloads(FailureCount(failures: failures))
      if details.payloads.isEmpty {
        guard failures > 0 else { return details }
        details = try await coding.payloads(JSONValue.null)
      }
      details.payloads = details.payloads.prefix(1) + (failures > 0 ? count.payloads : [])
      return details
    }
  }
#endif
