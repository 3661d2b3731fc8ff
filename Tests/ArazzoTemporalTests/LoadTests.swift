#if Temporal
  import Foundation
  import Testing

  @testable import ArazzoTemporal

  @Suite(
    "Many runs on a Temporal server", .enabled(if: TemporalServer.isInstalled),
    .timeLimit(.minutes(30)))
  struct LoadTests {
    @Test("that poll and wait on the server: two workers bring all of them to their end")
    @available(Temporal 1.0, *)
    func load() async throws {
      try await TemporalServer.serve { server in
        let process = Process()
        process.executableURL = try WorkerProcess.program()
        process.arguments = ["load", server.address, TemporalServer.runsAll ? "2000" : "100"]
        try process.run()
        defer {
          if process.isRunning {
            process.terminate()
            process.waitUntilExit()
          }
        }
        while process.isRunning { try await Task.sleep(for: .milliseconds(100)) }
        #expect(process.terminationStatus == 0)
      }
    }
  }
#endif
