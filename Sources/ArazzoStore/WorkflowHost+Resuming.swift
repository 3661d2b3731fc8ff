#if Store
  import ArazzoRuntime
  import Foundation

  extension WorkflowHost {
    /// Goes on with all runs of its workflows that can go on now: those that no process works on, and
    /// those whose wait is due.
    ///
    /// - Parameter beforeDue: Whether to go on with parked runs that aren't due as well; they wait, or
    ///   are parked, for the rest. Default: `false`.
    /// - Returns: The runs as they are stored when each of them has ended or is parked.
    /// - Throws: The error of the first run that can't be resumed or saved, after the others.
    @discardableResult
    public func resumeAll(beforeDue: Bool = false) async throws -> [StoredRun] {
      var ids = try await ready(beforeDue: beforeDue)[...]
      return try await withThrowingTaskGroup(of: Result<StoredRun?, any Error>.self) { group in
        var results: [Result<StoredRun?, any Error>] = []
        for id in ids.prefix(maximumRuns) { group.addTask { await self.attempt(id) } }
        ids = ids.dropFirst(maximumRuns)
        while let result = try await group.next() {
          results.append(result)
          if let id = ids.popFirst() { group.addTask { await self.attempt(id) } }
        }
        return try results.compactMap { try $0.get() }
      }
    }

    /// Resumes runs as soon as they can go on, until the task is cancelled.
    ///
    /// This is the service of a process: it goes on with what an earlier process has left, with what
    /// ``submit(_:inputs:id:)`` adds, and with parked runs when their waits are due. When the task is
    /// cancelled, its runs stop after they were saved, and another process can resume them. A run that
    /// failed is not tried again.
    ///
    /// - Parameter interval: How often it looks into the store. Default: one second.
    /// - Throws: ``WorkflowStoreError`` if the store can't be read or written. A run that can't go on,
    ///   such as one of another plan or one that the codec can't encode, is left as it is.
    public func run(lookingEvery interval: Duration = .seconds(1)) async throws {
      let work = ResumedRuns()
      do {
        while !Task.isCancelled {
          try work.check()
          for id in try await ready() where work.count < maximumRuns {
            work.begin(id) { await self.attempt(id) }
          }
          try await client.clock.sleep(for: interval)
        }
      } catch {
        await work.cancel()
        if !Task.isCancelled { throw error }
      }
      await work.cancel()
    }

    private func ready(beforeDue: Bool = false) async throws(WorkflowStoreError) -> [String] {
      let date = beforeDue ? .distantFuture : await client.clock.date
      return try await store.ready(at: date).filter { has($0.plan) }.map(\.id)
    }

    /// Resumes a run, unless somebody else was faster.
    private func attempt(_ id: String) async -> Result<StoredRun?, any Error> {
      do {
        return .success(try await resume(id))
      } catch let error as WorkflowStoreError
        where [.alreadyRunning, .ended, .unknownRun, .runLost].contains(error.code)
      {
        return .success(nil)
      } catch {
        return .failure(error)
      }
    }
  }

  /// The runs that a host resumes by itself.
  private final class ResumedRuns: Sendable {
    fileprivate struct Contents: Sendable {
      var tasks: [String: Task<Void, Never>] = [:]
      /// Runs that its workflows or the codec refuse; they aren't tried again.
      var refused: Set<String> = []
      var failure: WorkflowStoreError?
    }

    private let contents = Locked(Contents())

    var count: Int { contents.withLock { $0.tasks.count } }

    /// Throws what a run threw that concerns all runs.
    func check() throws {
      if let failure = contents.withLock({ $0.failure }) { throw failure }
    }

    func begin(
      _ id: String, _ attempt: @escaping @Sendable () async -> Result<StoredRun?, any Error>
    ) {
      contents.withLock { contents in
        guard contents.tasks[id] == nil, !contents.refused.contains(id) else { return }
        contents.tasks[id] = Task {
          let result = await attempt()
          self.contents.withLock { contents in
            contents.tasks[id] = nil
            contents.note(result, of: id)
          }
        }
      }
    }

    /// Cancels what is under way, and waits until it is saved.
    func cancel() async {
      let tasks = contents.withLock { Array($0.tasks.values) }
      for task in tasks { task.cancel() }
      for task in tasks { await task.value }
    }
  }

  extension ResumedRuns.Contents {
    fileprivate mutating func note(_ result: Result<StoredRun?, any Error>, of id: String) {
      guard case .failure(let error) = result, let error = error as? WorkflowStoreError else {
        return
      }
      switch error.code {
      case .otherPlan, .unknownWorkflow, .unreadableRun, .invalidInputs, .secretInRun,
        .missingSecret, .codecFailed:
        refused.insert(id)
      default: failure = failure ?? error
      }
    }
  }
#endif
