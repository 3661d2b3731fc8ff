import DustExample
import ExampleServers
import Foundation
import Testing

@Suite("Dust: a process that is killed", .timeLimit(.minutes(5)))
struct DustKilledTests {
  private struct NoProgram: Error {}

  private func start(_ server: URL, _ file: URL) throws -> Process {
    guard let modules = Toolchain.modules else { throw NoProgram() }
    let process = Process()
    process.executableURL = modules.deletingLastPathComponent().appending(path: "arazzo-demo")
    process.arguments = [server.absoluteString, file.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test("another one goes on from the saved state, and sends no step again that had succeeded")
  func killedWhilePolling() async throws {
    try await withTemporaryFolder { folder in
      let file = folder.appending(path: "state.json")
      let statuses = Array(repeating: "running", count: 40) + ["succeeded"]
      try await StandIn.serve(DustAPI(statuses: statuses)) { dust in
        let first = try start(dust.url, file)
        while await dust.requests.count < 4 { await Task.yield() }
        kill(first.processIdentifier, SIGKILL)
        first.waitUntilExit()
        #expect(first.terminationReason == .uncaughtSignal)
        let saved = try JSONDecoder().decode(
          RunAppAndPoll.State.self, from: Data(contentsOf: file))
        #expect(saved == .pollRun(runID: "7be1c0ffee"))

        let second = try start(dust.url, file)
        second.waitUntilExit()
        #expect(second.terminationStatus == 0)
        let methods = await dust.requests.map(\.method)
        #expect(methods.count { $0 == "POST" } == 1)
        #expect(methods.count == 42 || methods.count == 43)
      }
    }
  }
}
