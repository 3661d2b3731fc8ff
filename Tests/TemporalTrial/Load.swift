#if Temporal
  import ArazzoRuntime
  import ArazzoTemporal
  import ExampleServers
  import Foundation

  /// Many runs that poll, on two workers in processes of their own.
  @available(Temporal 1.0, *)
  struct Load {
    let address: String
    let runs: Int

    func measure() async throws {
      try await BusyDust.serve(polls: 3) { api in
        let queue = "load-\(getpid())"
        let workers = try (1...2).map { _ in try worker(queue, api) }
        let signals = killing(workers)
        defer {
          signals.cancel()
          for worker in workers {
            worker.terminate()
            worker.waitUntilExit()
          }
        }
        try await TemporalClient.with(address: address) { client in
          let begin = ContinuousClock.now
          let started = try await start(client, queue)
          say("\(started.count) runs started in \(ContinuousClock.now - begin)")
          var ended = 0
          for run in started {
            if try await client.result(of: run)["ending"] == "succeeded" { ended += 1 }
          }
          say("\(ended) of \(runs) runs have succeeded after \(ContinuousClock.now - begin)")
          if ended < runs { throw LostRuns(count: runs - ended) }
        }
      }
    }

    /// Standard output, without a buffer: a line is seen when it is said.
    private func say(_ line: String) {
      FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }

    private func worker(_ queue: String, _ api: URL) throws -> Process {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
      process.arguments = ["worker", address, queue, api.absoluteString, "2"]
      try process.run()
      return process
    }

    /// Ends the workers with this process when it is told to end.
    private func killing(_ workers: [Process]) -> any DispatchSourceSignal {
      let workers = workers.map(\.processIdentifier)
      signal(SIGTERM, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: SIGTERM)
      source.setEventHandler {
        for worker in workers { kill(worker, SIGKILL) }
        exit(1)
      }
      source.resume()
      return source
    }

    private func start(_ client: TemporalClient, _ queue: String) async throws -> [TemporalRun] {
      let inputs: JSONValue = [
        "wId": "acme", "spaceId": "research", "aId": "multiply", "specificationHash": "5f2d0c",
        "inputs": [["question": "5*7"]],
      ]
      var started: [TemporalRun] = []
      for _ in 0..<runs {
        started.append(
          try await client.start("run-app-and-poll", taskQueue: queue, inputs: inputs))
      }
      return started
    }
  }

  private struct LostRuns: Error {
    let count: Int
  }
#endif
