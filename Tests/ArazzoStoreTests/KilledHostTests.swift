#if Store
  import ArazzoRuntime
  import ExampleServers
  import Foundation
  import Testing

  /// A process with a host is killed at every point in turn, and started again.
  @Suite("Processes with a host that are killed", .timeLimit(.minutes(5)))
  struct KilledHostTests {
    @Test(
      "the run ends right, and at most the request in flight is sent once more",
      arguments: KilledRun.all, ["save", "request", "response", "wait", "end"])
    func killed(_ run: KilledRun, _ point: String) async throws {
      let whole = try await run.report(killedAt: nil)
      #expect(!whole.wasKilled)
      var number = 1
      while true {
        let killed = try await run.report(killedAt: [point, "\(number)"])
        guard killed.wasKilled else { break }
        #expect(killed.outcome == whole.outcome, "\(point) \(number)")
        let repeats = ["save", "response", "end"].contains(point) ? 1 : 0
        check(killed, like: whole, repeating: repeats, "\(point) \(number)")
        number += 1
      }
      #expect(number > 1 || point == "wait")
    }

    /// Requests as they should be, but for some that are repeated at once with their key.
    private func check(
      _ killed: KilledRun.Report, like whole: KilledRun.Report, repeating limit: Int,
      _ point: String
    ) {
      var expected = whole.requests.map(\.line)[...]
      var last: ReceivedRequest?
      var repeated = 0
      for request in killed.requests {
        if request.line == expected.first {
          expected.removeFirst()
        } else {
          #expect(request.line == last?.line && request.key == last?.key, "\(point)")
          repeated += 1
        }
        last = request
      }
      #expect(repeated <= limit, "\(point)")
      #expect(expected.isEmpty, "\(point)")
      #expect(
        Set(killed.requests.compactMap(\.key)).count == whole.requests.compactMap(\.key).count)
    }
  }

  /// A workflow and the server that it talks to.
  struct KilledRun: Sendable, CustomTestStringConvertible {
    struct Report: Sendable {
      var outcome: String
      var requests: [ReceivedRequest]
      var wasKilled: Bool
    }

    let workflow: String
    let inputs: JSONValue
    let serve: @Sendable (_ body: @Sendable (StandIn) async throws -> Report) async throws -> Report

    var testDescription: String { workflow }

    init(_ workflow: String, _ inputs: JSONValue, _ api: some ExampleAPI) {
      self.workflow = workflow
      self.inputs = inputs
      serve = { body in try await StandIn.serve(api) { try await body($0) } }
    }

    /// Runs the workflow in one process, and in another one if the first is killed.
    func report(killedAt point: [String]?) async throws -> Report {
      try await StorePlace.open { place in
        try await serve { server in
          let arguments = [
            place.file.path, server.url.absoluteString, workflow, inputs.description,
          ]
          var end = try await TrialProcess.run(arguments + (point ?? []))
          let wasKilled = end.wasKilled
          if wasKilled { end = try await TrialProcess.run(arguments) }
          #expect(!end.wasKilled)
          return Report(
            outcome: end.output, requests: await server.requests, wasKilled: wasKilled)
        }
      }
    }

    static let all = [dust, product, order]

    private static let dust = Self(
      "run-app-and-poll", .dust, DustAPI(statuses: ["running", "running", "succeeded"]))

    private static let product = Self(
      "run-data-product", ["context": ["segment": "retail"], "triggeredBy": "test"],
      DataProductsAPI(statuses: ["queued", "running", "completed"]))

    /// One that calls another workflow.
    private static let order = Self(
      "follow-order", ["order": "o1"],
      ScriptedAPI([
        "POST /payments": [.json(#"{"id": "p1"}"#, status: 201)],
        "GET /orders/o1": [.json(#"{"id": "o1", "state": "sent"}"#)],
      ]))
  }

  extension ReceivedRequest {
    fileprivate var key: String? { header("idempotency-key") }
  }

  /// A process with a host.
  enum TrialProcess {
    struct NoProgram: Error {}

    struct End: Sendable {
      var output: String
      var wasKilled: Bool
    }

    static func run(_ arguments: [String]) async throws -> End {
      let process = Process()
      process.executableURL = try program()
      process.arguments = arguments
      let output = Pipe()
      process.standardOutput = output
      let reading = output.fileHandleForReading
      let wasKilled = try await withCheckedThrowingContinuation { continuation in
        process.terminationHandler = { process in
          continuation.resume(returning: process.terminationReason == .uncaughtSignal)
        }
        do {
          try process.run()
        } catch {
          process.terminationHandler = nil
          continuation.resume(throwing: error)
        }
      }
      let text = String(decoding: reading.readDataToEndOfFile(), as: UTF8.self)
      return End(output: text, wasKilled: wasKilled)
    }

    private static func program() throws -> URL {
      let tests = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
      let programs = [tests.deletingLastPathComponent(), Bundle.main.bundleURL]
        .map { $0.appending(path: "arazzo-store-trial") }
      guard
        let program = programs.first(where: {
          FileManager.default.isExecutableFile(atPath: $0.path)
        })
      else { throw NoProgram() }
      return program
    }
  }
#endif
