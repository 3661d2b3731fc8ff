#if Temporal
  import ArazzoRuntime
  import Foundation
  import ServiceLifecycle
  import SwiftProtobuf

  /// Takes runs from a task queue, as many as the worker has room for.
  @available(Temporal 1.0, *)
  struct TaskPolling {
    let worker: TemporalWorker
    let connection: TemporalConnection
    private let shutdown = ShutdownFlag()
    /// Whether the server refused the last call; a log has one entry for many calls.
    private let isRefused = Locked(false)
    /// One element for each further run that the worker has room for.
    private let room = AsyncStream<Void>.makeStream()
    /// One element for each further call that may wait for a run: how often in a row the server has
    /// refused the calls before it.
    private let calls = AsyncStream<Int>.makeStream()

    init(worker: TemporalWorker, connection: TemporalConnection) {
      self.worker = worker
      self.connection = connection
    }

    /// Returns when no run is left, after the task was cancelled or shut down gracefully.
    func run() async {
      let limit = max(worker.options.maximumRuns, 1)
      for _ in 0..<limit { room.continuation.yield() }
      for _ in 0..<min(limit, 5) { calls.continuation.yield(0) }
      await withGracefulShutdownHandler {
        await takeRuns()
      } onGracefulShutdown: {
        shutdown.set()
        calls.continuation.finish()
        room.continuation.finish()
      }
    }

    private func takeRuns() async {
      await withDiscardingTaskGroup { group in
        var room = room.stream.makeAsyncIterator()
        for await refusals in calls.stream {
          guard await room.next() != nil, !shutdown.isSet else { break }
          group.addTask {
            var refusals = refusals
            let task = await nextTask(after: &refusals)
            calls.continuation.yield(refusals)
            if let task { await execute(task) }
            self.room.continuation.yield()
          }
        }
      }
    }

    /// The next run; nil when there was none for a minute.
    private func nextTask(
      after refusals: inout Int
    ) async -> APIPollActivityTaskQueueResponse? {
      var request = APIPollActivityTaskQueueRequest()
      request.namespace = worker.namespace
      request.taskQueue.name = worker.taskQueue
      request.identity = worker.identity
      do {
        let task: APIPollActivityTaskQueueResponse
        task = try await cancelWhenGracefulShutdown { [request] in
          try await connection.call("PollActivityTaskQueue", request, timeout: .seconds(70))
        }
        note(refusal: nil)
        refusals = 0
        return task.taskToken.isEmpty ? nil : task
      } catch {
        guard !Task.isCancelled, !shutdown.isSet else { return nil }
        note(refusal: error)
        let delay = min(.milliseconds(500 << min(refusals, 5)), Duration.seconds(10))
        refusals += 1
        try? await cancelWhenGracefulShutdown { try await Task.sleep(for: delay) }
        return nil
      }
    }

    private func note(refusal: (any Error)?) {
      let isRefused = refusal != nil
      let wasRefused = self.isRefused.withLock { was in
        defer { was = isRefused }
        return was
      }
      guard isRefused != wasRefused else { return }
      if let refusal {
        worker.logger.warning("no runs can be taken: \(refusal)")
      } else {
        worker.logger.info("runs can be taken again")
      }
    }

    private func execute(_ task: APIPollActivityTaskQueueResponse) async {
      let coding = PayloadCoding(codec: worker.codec)
      let execution = RunExecution(
        task: task, worker: worker, connection: connection, coding: coding, shutdown: shutdown,
        heartbeats: Heartbeats(
          connection: connection, task: task, coding: coding, identity: worker.identity))
      await execution.run()
    }
  }

  /// Whether the worker is being shut down.
  final class ShutdownFlag: Sendable {
    private let isOn = Locked(false)

    var isSet: Bool { isOn.withLock { $0 } }

    func set() { isOn.withLock { $0 = true } }
  }
#endif
