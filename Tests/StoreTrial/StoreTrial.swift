#if Store
  import ArazzoRuntime
  import ArazzoStore
  import DataProductsExample
  import DustExample
  import Foundation
  import RulesExample
  import SuddenEnd

  /// A process that starts or resumes a run, for the tests of ArazzoStore, which kill it:
  ///
  ///     arazzo-store-trial FILE API-URL WORKFLOW INPUTS \
  ///         [save|request|response|wait|end NUMBER]
  ///
  /// With a point it kills itself there. Else it prints the outcome as JSON.
  @main
  enum StoreTrial {
    static func main() async {
      let arguments = CommandLine.arguments
      guard [5, 7].contains(arguments.count), let api = URL(string: arguments[2]) else { exit(64) }
      do {
        try await run(
          URL(fileURLWithPath: arguments[1]), api, workflow: arguments[3],
          JSONValue(parsing: arguments[4]), end(arguments.dropFirst(5)))
      } catch {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        exit(1)
      }
    }

    private static func end(_ point: ArraySlice<String>) -> SuddenEnd {
      SuddenEnd(at: point.first ?? "", point.last.flatMap(Int.init) ?? 0)
    }

    private static func run(
      _ file: URL, _ api: URL, workflow: String, _ inputs: JSONValue, _ end: SuddenEnd
    ) async throws {
      var client = WorkflowClient(baseURL: api, clock: EndingClock(end: end))
      client.idempotencyKey = .header("Idempotency-Key")
      client.transport = EndingTransport(client.transport, end)
      let workflows = workflows(end)
      guard let plan = workflows.map(\.plan).first(where: { $0.workflow == workflow }) else {
        exit(64)
      }
      let store = try WorkflowStore(file: file)
      let host = WorkflowHost(store: store, workflows: workflows, client: client)
      let run =
        if try await store.run("r1") == nil {
          try await host.start(plan, inputs: inputs, id: "r1")
        } else {
          try await host.resume("r1")
        }
      print(try await run.outcome?.description ?? run.description)
    }

    private static func workflows(_ end: SuddenEnd) -> [StoredWorkflow] {
      [
        StoredWorkflow(RunAppAndPoll.plan, secrets: ["apiToken": "sk-example"]) {
          inputs, client in
          defer { end.come(to: "end") }
          return try await runAppAndPoll(inputs, client: client.ending(end))
        },
        StoredWorkflow(RunDataProduct.plan) { inputs, client in
          defer { end.come(to: "end") }
          return try await runDataProduct(inputs, client: client.ending(end))
        },
        StoredWorkflow(FollowOrder.plan) { inputs, client in
          defer { end.come(to: "end") }
          return try await followOrder(inputs, client: client.ending(end))
        },
      ]
    }
  }
#else
  @main
  enum StoreTrial {
    static func main() { print("arazzo-store-trial requires the package trait Store") }
  }
#endif
