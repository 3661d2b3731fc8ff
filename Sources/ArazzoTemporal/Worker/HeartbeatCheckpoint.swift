#if Temporal
  import ArazzoRuntime
  import Foundation

  /// Saves a run by heartbeats, and gives long waits to the server.
  struct HeartbeatCheckpoint: WorkflowCheckpoint {
    let attempt: RunAttempt

    func save(_ run: SavedRun) async throws { try await attempt.save(run) }

    func decide(on wait: PendingWait) -> WaitDecision {
      attempt.parks(wait.duration) ? .park : .wait
    }
  }

  extension RunAttempt {
    /// Runs a workflow with a client that saves it, from where it was saved.
    func run<Outcome: WorkflowOutcome>(
      _ body: (WorkflowClient) async throws -> Outcome
    ) async throws -> Outcome {
      do {
        return try await body(durableClient())
      } catch let error as WorkflowError {
        guard let parked = error.parked else { throw error }
        throw Parked(due: parked.due)
      }
    }

    private func durableClient() throws -> WorkflowClient {
      var client = client
      client.runID = runID
      client.checkpoint = HeartbeatCheckpoint(attempt: self)
      guard let saved else { return client }
      do {
        return client.resuming(try JSONDecoder().decode(SavedRun.self, from: saved))
      } catch {
        throw UnreadableRun(
          reason: "this worker can't read the saved run: \(CodingProblem.text(of: error))")
      }
    }
  }
#endif
