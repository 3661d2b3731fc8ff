import ArazzoRuntime
import DustExample
import Foundation

/// Runs the generated function against a server and keeps its state in a file, so that a run which
/// was ended from outside goes on when it is started again.
struct Resumable {
  let server: URL
  let file: URL

  /// Keeps each state in the file before the workflow goes on.
  private struct Saver: WorkflowObserver {
    let file: URL

    func observe(_ event: WorkflowEvent) {
      guard case .entered(let state) = event.kind, let state = state as? RunAppAndPoll.State,
        let data = try? JSONEncoder().encode(state)
      else { return }
      try? data.write(to: file, options: .atomic)
    }
  }

  func run() async throws {
    let saved = (try? Data(contentsOf: file)).flatMap {
      try? JSONDecoder().decode(RunAppAndPoll.State.self, from: $0)
    }
    let inputs = RunAppAndPoll.Inputs(
      apiToken: "sk-example", wID: "acme", spaceID: "research", aID: "multiply",
      specificationHash: "5f2d0c", inputs: [["question": "What is 5 times 7?"]])
    let client = WorkflowClient(
      baseURL: server, polling: PollingPolicy(initialDelay: .milliseconds(50), backoffFactor: 1),
      observer: CombinedObserver(Saver(file: file), Narrator()))
    let outcome = try await runAppAndPoll(inputs, client: client, from: saved ?? .createRun)
    try? FileManager.default.removeItem(at: file)
    if case .succeeded = outcome { Console.say("succeeded") }
  }
}
