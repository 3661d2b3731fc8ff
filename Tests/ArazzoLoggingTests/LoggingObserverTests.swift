#if Logging
  import ArazzoLogging
  import ArazzoRuntime
  import ArazzoTesting
  import DustExample
  import Logging
  import Testing

  @Suite("What a log shows of a workflow")
  struct LoggingObserverTests {
    private let log = LogCapture()
    private static let runs = "/api/v1/w/acme/spaces/s/apps/a/runs"
    private static let marker = "m4rk3r"

    private func run(
      _ observer: LoggingObserver, _ script: [ScriptedTransport.Line], requestLimit: Int? = nil
    ) async throws {
      let inputs = RunAppAndPoll.Inputs(
        apiToken: Secret(Self.marker), wID: "acme", spaceID: "s", aID: "a",
        specificationHash: "5a1e", inputs: [["question": "input"]])
      let client = WorkflowClient(
        transport: ScriptedTransport(script), polling: PollingPolicy(jitter: 0),
        clock: WorkflowTestClock(), observer: observer, maximumRequestBodySize: requestLimit)
      _ = try await runAppAndPoll(inputs, client: client)
    }

    private static let polled: [ScriptedTransport.Line] = [
      .on("POST", runs, .json(["run": ["run_id": "r1"]])),
      .on("GET", runs + "/r1", .json(["run": ["status": ["run": "running"]]])),
      .on(
        "GET", runs + "/r1",
        .json(["run": ["status": ["run": "succeeded"], "results": [.string(marker)]]])),
    ]

    @Test("each event has its level, a message that stays the same, and metadata")
    func levelsAndMetadata() async throws {
      try await run(LoggingObserver(log.logger(.info)), Self.polled)
      let lines = log.lines.map { "\($0.level) \($0.message) \($0.metadata.sorted { $0 < $1 })" }
      let place = #"(key: "step", value: "pollRun"), (key: "workflow", value: "run-app-and-poll")"#
      #expect(
        lines == [
          #"info action chosen [(key: "action", value: "stillRunning"), \#(place)]"#,
          #"info waiting [(key: "reason", value: "polling"), "#
            + #"(key: "seconds", value: "1.0"), \#(place)]"#,
          #"info action chosen [(key: "action", value: "succeeded"), \#(place)]"#,
        ])
    }

    @Test("requests, responses and criteria are there for debugging")
    func requests() async throws {
      try await run(LoggingObserver(log.logger(.trace)), Self.polled)
      func first(_ message: String) throws -> LogCapture.Line {
        try #require(log.lines.first { $0.message == message })
      }
      let request = try first("sending the request")
      #expect(request.level == .debug)
      #expect(request.metadata["method"] == "POST")
      #expect(request.metadata["path"] == "/api/v1/w/{wId}/spaces/{spaceId}/apps/{aId}/runs")
      let response = try first("received the response")
      #expect(response.metadata["status"] == "200")
      #expect(response.metadata["seconds"] == "0.0")
      let criterion = try first("criterion holds")
      #expect(criterion.level == .trace)
      #expect(criterion.metadata["criterion"] == "$statusCode == 200")
    }

    @Test("a failure that actions may answer is a warning, any other one an error")
    func failures() async throws {
      let refused = [ScriptedTransport.Line.any(.status(403))]
      await #expect(throws: WorkflowError.self) {
        try await run(LoggingObserver(log.logger(.warning)), refused)
      }
      let failed = try #require(log.lines.first)
      #expect(log.lines.count == 1)
      #expect(failed.level == .warning)
      #expect(failed.metadata["code"] == "criterionFailed")
      #expect(failed.metadata["status"] == "403")
      #expect(failed.metadata["reason"] == #"criterion "$statusCode == 200" failed"#)

      await #expect(throws: WorkflowError.self) {
        try await run(LoggingObserver(log.logger(.warning)), [], requestLimit: 1)
      }
      #expect(log.lines.last?.level == .error)
      #expect(log.lines.last?.metadata["code"] == "invalidRequest")
    }

    @Test("an app chooses levels, and leaves events out")
    func ownLevels() async throws {
      let observer = LoggingObserver(log.logger(.info)) { kind in
        switch kind {
        case .finished: .info
        case .chosen, .waiting: nil
        default: LoggingObserver.level(of: kind)
        }
      }
      try await run(observer, Self.polled)
      #expect(log.lines.map(\.message) == Array(repeating: "step succeeded", count: 3))
    }

    @Test(
      "H8: no line shows a secret, a body or a state, whatever the server sends back",
      arguments: ["text/plain", "application/json", "application/problem+json"])
    func h8_noSecrets(type: String) async throws {
      let echo = "input r1 \(Self.marker) Bearer \(Self.marker)"
      let body = type.contains("json") ? #"{"title":"\#(echo)"}"# : echo
      let script =
        Self.polled.dropLast() + [
          .any(.text(body, type: type, status: 403, headers: [.setCookie: Self.marker]))
        ]
      await #expect(throws: WorkflowError.self) {
        try await run(LoggingObserver(log.logger()), Array(script))
      }
      #expect(log.lines.count > 10)
      for line in log.lines {
        let text = "\(line)"
        #expect(!text.contains(Self.marker) && !text.contains("input") && !text.contains("r1"))
      }
    }
  }
#endif
