#if Temporal
  import ArazzoRuntime
  import Foundation
  import SwiftProtobuf

  /// One run that a worker has taken, from the server's offer to the worker's answer.
  @available(Temporal 1.0, *)
  struct RunExecution: Sendable {
    let task: APIPollActivityTaskQueueResponse
    let worker: TemporalWorker
    let connection: TemporalConnection
    let coding: PayloadCoding
    let shutdown: ShutdownFlag
    let heartbeats: Heartbeats

    /// Runs the workflow and answers.
    func run() async {
      let answer = await withTaskGroup(of: RunAnswer?.self, returning: RunAnswer?.self) { group in
        group.addTask { await work() }
        group.addTask { await sendHeartbeats() }
        // The heartbeats end first only when the run is to end.
        let first = await group.next().flatMap(\.self)
        group.cancelAll()
        if let first { return first }
        return await group.next().flatMap(\.self)
      }
      guard let answer else { return }
      await send(answer)
    }

    /// Three in each heartbeat time-out, and at least one in ten seconds: the answer to one tells of a
    /// cancellation.
    private func sendHeartbeats() async -> RunAnswer? {
      let timeout = task.heartbeatTimeout.duration
      let interval = timeout > .zero ? min(timeout / 3, .seconds(10)) : .seconds(10)
      while true {
        do {
          try await Task.sleep(for: interval)
          try await heartbeats.signal()
        } catch {
          if await heartbeats.isLost { return nil }
          if await heartbeats.isCancelRequested { return nil }
          if Task.isCancelled { return nil }
          worker.logger.warning("a heartbeat failed: \(error)", metadata: metadata)
        }
      }
    }

    private func work() async -> RunAnswer? {
      do {
        guard let workflow = worker.workflows.last(where: { $0.name == task.activityType.name })
        else {
          return .elsewhere(
            reason: "this worker has no workflow '\(task.activityType.name)'; it has: "
              + worker.workflows.map(\.name).sorted().joined(separator: ", "),
            type: "unknownWorkflow")
        }
        let outcome = try await workflow.handler(attempt())
        return completed(outcome)
      } catch {
        return await answer(to: error)
      }
    }

    private func completed(_ outcome: some Encodable) -> RunAnswer {
      do {
        return .completed(try coding.encoder(.masked).encode(outcome))
      } catch {
        return .failed(
          reason: "the outcome can't be written as JSON: \(CodingProblem.text(of: error))",
          type: TemporalError.Code.invalidPayload.rawValue)
      }
    }

    private func attempt() async throws -> RunAttempt {
      let saved: Data?
      let inputs: JSONValue?
      do {
        saved = try await coding.json(of: task.heartbeatDetails).first
        inputs = try await coding.first(of: task.input)
      } catch {
        throw UnreadableRun(reason: "this worker can't read the run: \(error)")
      }
      return RunAttempt(
        inputs: inputs ?? [:],
        saved: saved == Data("null".utf8) ? nil : saved, runID: task.activityRunID,
        client: worker.client,
        save: { run in try await heartbeats.save(run) },
        parks: { wait in shutdown.isSet || wait >= worker.options.parkAfter })
    }

    private func answer(to error: any Error) async -> RunAnswer? {
      if await heartbeats.isLost { return nil }
      if await heartbeats.isCancelRequested { return .cancelled }
      if let parked = error as? Parked {
        return .parked(reason: "waits until \(parked.due)", due: parked.due)
      }
      if Task.isCancelled {
        return .again(reason: "the worker was stopped", type: "cancelled", in: .zero)
      }
      return failure(error)
    }

    private func failure(_ error: any Error) -> RunAnswer {
      switch error {
      case let error as WorkflowError where error.code == .savedRunRejected:
        return .elsewhere(reason: error.description, type: error.code.rawValue)
      case let error as UnreadableRun:
        return .elsewhere(
          reason: error.description, type: WorkflowError.Code.savedRunRejected.rawValue)
      case let error as WorkflowError:
        // Why the run couldn't be saved.
        if let error = error.underlyingError as? TemporalError { return failure(error) }
        return worker.options.retries(error)
          ? .failedForNow(reason: error.description, type: error.code.rawValue)
          : .failed(reason: error.description, type: error.code.rawValue)
      case let error as InvalidInputs:
        return .failed(reason: error.description, type: WorkflowError.Code.invalidInput.rawValue)
      case let error as TemporalError where error.code == .payloadTooLarge:
        return .failed(reason: error.description, type: error.code.rawValue)
      case let error as TemporalError where error.code == .secretInPayload:
        return .failed(reason: error.description, type: error.code.rawValue)
      default:
        return .failedForNow(
          reason: CodingProblem.text(orWordsOf: error), type: "\(type(of: error))")
      }
    }
  }
#endif
