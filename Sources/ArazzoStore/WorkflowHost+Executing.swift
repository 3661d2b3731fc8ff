#if Store
  import ArazzoRuntime
  import Foundation

  /// How a process leaves a run.
  enum RunEnd: Sendable {
    /// The workflow reached an ending, which may be a failure.
    case outcome(Data, WorkflowError?)
    /// An error ended it.
    case failed(WorkflowError.Code?, String)
    /// It waits, and is resumed later.
    case parked
    /// It can be resumed from where it was saved last, which may be a wait.
    case left(any Error)
  }

  /// Saves a run in the store, and parks it before long waits.
  private struct StoreCheckpoint: WorkflowCheckpoint {
    let store: WorkflowStore
    let claim: RunClaim
    let parkAfter: Duration?

    func save(_ run: SavedRun) async throws { try await store.save(run, claim) }

    func decide(on wait: PendingWait) -> WaitDecision {
      guard let parkAfter else { return .wait }
      return wait.duration >= parkAfter ? .park : .wait
    }
  }

  extension WorkflowHost {
    /// Runs a workflow in a task of its own, which ``cancel(_:)`` can cancel.
    func execute(_ claim: RunClaim, _ workflow: StoredWorkflow) async throws -> StoredRun {
      let task = tasks.withLock { tasks in
        let task = Task {
          defer { self.tasks.withLock { $0[claim.id] = nil } }
          return try await perform(claim, workflow)
        }
        tasks[claim.id] = task
        return task
      }
      return try await withTaskCancellationHandler {
        try await task.value
      } onCancel: {
        task.cancel()
      }
    }

    private func perform(_ claim: RunClaim, _ workflow: StoredWorkflow) async throws -> StoredRun {
      let end = await end(of: claim, workflow)
      do {
        try await store.settle(claim, end, at: await client.clock.date)
      } catch {
        // Another error than that of the run matters only if the run has none.
        if error.code != .runLost {
          if case .left(let first) = end { throw first }
          throw error
        }
        guard let run = try await store.run(claim.id) else { throw error }
        return run
      }
      if case .left(let error) = end { throw error }
      guard let run = try await store.run(claim.id) else { throw WorkflowStoreError.lost(claim.id) }
      return run
    }

    private func end(of claim: RunClaim, _ workflow: StoredWorkflow) async -> RunEnd {
      do {
        let contents = try await store.contents(of: claim)
        var client = client
        client.runID = claim.id
        client.checkpoint = StoreCheckpoint(store: store, claim: claim, parkAfter: parkAfter)
        if let saved = contents.saved { client = client.resuming(saved) }
        let inputs = try workflow.inputs(of: contents.inputs, environment)
        let result = try await workflow.run(inputs, client)
        return try await end(with: result)
      } catch let error as WorkflowError {
        return end(of: error)
      } catch is CancellationError {
        return .left(CancellationError())
      } catch let error as WorkflowStoreError {
        return .left(error)
      } catch {
        return .failed(nil, "the code around the workflow threw \(type(of: error))")
      }
    }

    private func end(with result: RunResult) async throws(WorkflowStoreError) -> RunEnd {
      do {
        return .outcome(
          try await store.coding.data(of: result.outcome, .masked), result.error)
      } catch  where error.code == .invalidInputs {
        // To resume the run would send its last request again, with the same end.
        return .failed(nil, "the outcome can't be written as JSON")
      }
    }

    private func end(of error: WorkflowError) -> RunEnd {
      switch error.code {
      case .parked: return .parked
      case .cancelled: return .left(CancellationError())
      case .savedRunRejected:
        return .left(
          WorkflowStoreError(.otherPlan, error.description, underlyingError: error))
      case .checkpointFailed:
        guard let cause = error.underlyingError as? WorkflowStoreError else { break }
        return cause.code == .secretInRun ? .failed(error.code, cause.reason) : .left(cause)
      default: break
      }
      return .failed(error.code, error.description)
    }
  }
#endif
