#if Temporal
  import ArazzoRuntime
  import Foundation
  import ServiceLifecycle
  import Testing

  @testable import ArazzoTemporal

  @Suite(
    "A Temporal worker", .enabled(if: TemporalServer.isInstalled), .serialized,
    .timeLimit(.minutes(5)))
  struct WorkerTests {
    @Test("brings a run to its end, and the starter gets the outcome")
    @available(Temporal 1.0, *)
    func outcome() async throws {
      try await TestStage.open { stage in
        let workflow = TemporalWorkflow(name: "add") { attempt in
          ["ending": "completed", "inputs": attempt.inputs] as JSONValue
        }
        try await stage.withWorker(.init(), workflow) {
          let run = try await stage.start("add", ["a": 7])
          let outcome = try await stage.client.result(of: run)
          #expect(outcome == ["ending": "completed", "inputs": ["a": 7]])
          let info = try await stage.client.describe(run)
          #expect(info.status == .completed)
          #expect(info.workflow == "add")
          #expect(info.attempt == 1)
          #expect(try await stage.client.result(of: TemporalRun(id: run.id)) == outcome)
        }
      }
    }

    @Test("takes over a run whose worker went silent, as it was saved last")
    @available(Temporal 1.0, *)
    func silentWorker() async throws {
      try await TestStage.open { stage in
        let run = try await stage.start("job", heartbeatTimeout: .seconds(4))
        let silent = try await stage.takeSilently(saving: ["at": "second"])
        let workflow = TemporalWorkflow(name: "job") { attempt in
          // The run is no longer the other worker's: it can't save, so that it sends nothing.
          let error = await #expect(throws: TemporalError.self) {
            try await silent.save(["at": "third"])
          }
          #expect(error?.code == .runLost)
          return attempt.savedText
        }
        try await stage.withWorker(.init(), workflow) {
          let outcome = try await stage.client.result(of: run)
          #expect(outcome == #"{"at":"second"}"#)
        }
      }
    }

    @Test("sends heartbeats while a step takes longer than the heartbeat time-out")
    @available(Temporal 1.0, *)
    func longStep() async throws {
      try await TestStage.open { stage in
        let seen = Seen()
        let workflow = TemporalWorkflow(name: "slow") { attempt in
          seen.add(attempt.savedText)
          try await attempt.save(["at": "slow step"])
          // Longer than the time-out below, which the server measures on its own clock.
          try await Task.sleep(for: .seconds(6))
          return "done"
        }
        try await stage.withWorker(.init(), workflow) {
          let run = try await stage.start("slow", heartbeatTimeout: .seconds(5))
          let ended = try await stage.client.result(of: run)
          #expect(ended == "done")
          #expect(seen.all == ["-"])
        }
      }
    }

    @Test("gives a long wait back to the server, and goes on from there")
    @available(Temporal 1.0, *)
    func parkedRun() async throws {
      try await TestStage.open { stage in
        let seen = Seen()
        let dates = Locked<[Date]>([])
        let workflow = TemporalWorkflow(name: "wait") { attempt in
          seen.add(attempt.savedText)
          guard attempt.saved == nil else {
            dates.withLock { $0.append(Date()) }
            return "done"
          }
          try await attempt.save(["at": "wait"])
          #expect(attempt.parks(.seconds(10)) && !attempt.parks(.seconds(9)))
          let due = Date(timeIntervalSinceNow: 0.3)
          dates.withLock { $0.append(due) }
          throw Parked(due: due)
        }
        try await stage.withWorker(.init(), workflow) {
          let run = try await stage.start("wait")
          let ended = try await stage.client.result(of: run)
          #expect(ended == "done")
          #expect(seen.all == ["-", #"{"at":"wait"}"#])
          let (due, again) = dates.withLock { ($0.first, $0.last) }
          // The clock of the server and that of the worker round differently.
          #expect(try #require(again) >= #require(due).addingTimeInterval(-0.01))
        }
      }
    }

    @Test("cancels the task of a run that is to be cancelled")
    @available(Temporal 1.0, *)
    func cancelledRun() async throws {
      try await TestStage.open { stage in
        let seen = Seen()
        let workflow = TemporalWorkflow(name: "endless") { _ in
          seen.add("begun")
          do {
            try await Task.sleep(for: .seconds(100))
          } catch {
            seen.add("cancelled")
            throw error
          }
          return "done"
        }
        try await stage.withWorker(.init(), workflow) {
          let run = try await stage.start("endless", heartbeatTimeout: .seconds(6))
          try await stage.wait(for: run) { _ in seen.count == 1 }
          try await stage.client.cancel(run, reason: "no longer wanted")
          #expect(try await stage.failure(of: run).kind == .cancelled)
          #expect(seen.all == ["begun", "cancelled"])
          #expect(try await stage.client.describe(run).status == .cancelled)
        }
      }
    }

    @Test("a run that waits on the server is cancelled without a worker")
    @available(Temporal 1.0, *)
    func cancelledWait() async throws {
      try await TestStage.open { stage in
        let due = Date(timeIntervalSinceNow: 1000)
        let workflow = TemporalWorkflow(name: "wait") { attempt in
          try await attempt.save(["at": "wait"])
          throw Parked(due: due)
        }
        let run = try await stage.start("wait")
        try await stage.withWorker(.init(), workflow) {
          try await stage.wait(for: run) { $0.due != nil }
        }
        let info = try await stage.client.describe(run)
        #expect(info.saved == ["at": "wait"])
        #expect(try abs(#require(info.due).timeIntervalSince(due)) < 5)
        try await stage.client.cancel(run)
        #expect(try await stage.failure(of: run).kind == .cancelled)
      }
    }

    @Test("is bounded in the runs that it has at a time")
    @available(Temporal 1.0, *)
    func boundedRuns() async throws {
      try await TestStage.open { stage in
        let gate = Gate()
        let running = Locked((now: 0, most: 0))
        let workflow = TemporalWorkflow(name: "count") { _ in
          running.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
          }
          await gate.pass()
          running.withLock { $0.now -= 1 }
          return "done"
        }
        try await stage.withWorker(.init(maximumRuns: 3), workflow) {
          var runs: [TemporalRun] = []
          for _ in 0..<20 { runs.append(try await stage.start("count")) }
          try await eventually { running.withLock { $0.now } >= 3 }
          await gate.open()
          for run in runs { #expect(try await stage.client.result(of: run) == "done") }
          #expect(running.withLock { $0.most } == 3)
        }
      }
    }

    @Test("shut down gracefully, it ends its steps and gives back the run with its next wait")
    @available(Temporal 1.0, *)
    func gracefulShutdown() async throws {
      try await TestStage.open { stage in
        let seen = Seen()
        let workflow = TemporalWorkflow(name: "steps") { attempt in
          seen.add(attempt.savedText)
          guard attempt.saved == nil else { return "done" }
          while !attempt.parks(.zero) { try await Task.sleep(for: .milliseconds(20)) }
          try await attempt.save(["at": "wait"])
          throw Parked(due: Date(timeIntervalSinceNow: 0.1))
        }
        let run = try await stage.start("steps")
        let group = ServiceGroup(
          services: [stage.worker(.init(), [workflow])], logger: .init(label: "test"))
        let running = Task { try await group.run() }
        try await stage.wait(for: run) { _ in seen.count == 1 }
        await group.triggerGracefulShutdown()
        try await running.value
        #expect(seen.all == ["-"])
        try await stage.withWorker(.init(), workflow) {
          let ended = try await stage.client.result(of: run)
          #expect(ended == "done")
          #expect(seen.all == ["-", #"{"at":"wait"}"#])
        }
      }
    }

    @Test("cancelled, it gives its runs back at once")
    @available(Temporal 1.0, *)
    func cancelledWorker() async throws {
      try await TestStage.open { stage in
        let workflow = TemporalWorkflow(name: "job") { attempt in
          guard attempt.saved == nil else { return "done" }
          try await attempt.save(["at": "first"])
          try await Task.sleep(for: .seconds(100))
          return "never"
        }
        let run = try await stage.start("job", heartbeatTimeout: .seconds(60))
        try await stage.withWorker(.init(), workflow) {
          try await stage.wait(for: run) { $0.saved != nil }
        }
        try await stage.withWorker(.init(), workflow) {
          let outcome = try await stage.client.result(of: run)
          #expect(outcome == "done")
        }
      }
    }

    @Test("waits for a server that restarts, and loses nothing")
    @available(Temporal 1.0, *)
    func serverRestart() async throws {
      try await TestStage.open { stage in
        let seen = Seen()
        let gate = Gate()
        let workflow = TemporalWorkflow(name: "saves") { attempt in
          for number in 0..<10 {
            try await attempt.save(["at": number])
            seen.add("\(number)")
            if number == 4 { await gate.pass() }
          }
          return "done"
        }
        try await stage.withWorker(.init(), workflow) {
          let run = try await stage.start("saves", heartbeatTimeout: .seconds(30))
          async let outcome = stage.client.result(of: run)
          try await stage.wait(for: run) { _ in seen.count == 5 }
          stage.server.kill()
          try await eventually {
            (try? await stage.client.connection.check(within: .zero)) == nil
          }
          await gate.open()
          try await stage.server.start()
          #expect(try await outcome == "done")
          #expect(seen.all == (0..<10).map(String.init))
          let next = try await stage.start("saves")
          let nextEnded = try await stage.client.result(of: next)
          #expect(nextEnded == "done")
        }
      }
    }
  }
#endif
