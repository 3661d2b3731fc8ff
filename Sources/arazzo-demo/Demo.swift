import ArazzoRuntime
import DustExample
import ExampleServers
import Foundation

/// Runs the generated function for Dust against a stand-in on this machine and shows what happens.
///
/// With the URL of a server and the name of a file it runs against that server, keeps its state in the
/// file and goes on from there when it is started again.
@main
enum Demo {
  static func main() async {
    do {
      let arguments = CommandLine.arguments
      if arguments.count == 3, let server = URL(string: arguments[1]) {
        return try await Resumable(server: server, file: URL(fileURLWithPath: arguments[2])).run()
      }
      let dust = DustAPI(statuses: ["running", "running", "running", "succeeded"])
      try await StandIn.serve(dust) { try await run(on: $0, apiToken: Secret(dust.apiToken)) }
    } catch {
      Console.say("The demo failed: \(error)")
      exit(1)
    }
  }

  private static func run(on dust: StandIn, apiToken: Secret) async throws {
    let inputs = RunAppAndPoll.Inputs(
      apiToken: apiToken, wID: "acme", spaceID: "research", aID: "multiply",
      specificationHash: "5f2d0c", inputs: [["question": "What is 5 times 7?"]])
    Console.say("A stand-in for Dust listens on \(dust.url); nothing leaves this machine.\n")
    Console.say("runAppAndPoll(")
    Console.say("  apiToken: \(inputs.apiToken), app: \(inputs.aID), inputs: \(inputs.inputs))\n")

    let client = WorkflowClient(
      baseURL: dust.url, polling: PollingPolicy(initialDelay: .milliseconds(300)),
      observer: Narrator())
    show(try await runAppAndPoll(inputs, client: client))
  }

  private static func show(_ outcome: RunAppAndPoll.Outcome) {
    switch outcome {
    case .succeeded(let outputs):
      Console.say("\nsucceeded")
      Console.say("  runID      \(outputs.runID)")
      Console.say("  runStatus  \(outputs.runStatus ?? "none")")
      Console.say("  results    \(outputs.results ?? .null)")
    case .errored(let outputs):
      Console.say("\nerrored: run \(outputs.runID)")
    case .completed(let outputs):
      Console.say("\nended with the status \(outputs.runStatus ?? "none")")
    }
  }
}
