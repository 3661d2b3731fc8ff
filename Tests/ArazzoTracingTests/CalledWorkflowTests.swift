#if Tracing
  import ArazzoTesting
  import ArazzoTracing
  import HTTPTypes
  import InMemoryTracing
  import MetricsTestKit
  import RulesExample
  import Testing
  import Tracing

  @_spi(Generated) @testable import ArazzoRuntime

  @Suite("What a trace shows of the workflows that a workflow calls")
  struct CalledWorkflowTests {
    private let tracer = InMemoryTracer(idGenerator: .incrementing)

    private func run(
      _ workflow: String, _ script: [ScriptedTransport.Line], credentials: APICredentials = [:],
      _ body: (WorkflowClient) async throws -> Void
    ) async throws {
      let client = WorkflowClient(
        credentials: credentials, transport: ScriptedTransport(script),
        polling: PollingPolicy(jitter: 0), clock: WorkflowTestClock())
      try await client.traced(workflow, tracer: tracer, metrics: TestMetrics(), body)
      #expect(tracer.activeSpans.isEmpty)
    }

    private func status(_ name: String) -> [SpanStatus.Code?] {
      tracer.spans(name).map { $0.status?.code }
    }

    @Test("a called workflow that a failure action ends has the error")
    func endedByAction() async throws {
      let logIn = ScriptedTransport.Line.on("POST", "/v1/login", .json(["token": "t"]))
      let expired = ScriptedTransport.Line.on("GET", "/v1/orders/1", .status(401))
      try await run("watch-order", [logIn, expired, logIn, expired, logIn, expired]) { client in
        guard case .unknown = try await watchOrder(.init(order: "1"), client: client) else {
          Issue.record("read-order did not end by its action")
          return
        }
      }
      let called = try #require(tracer.spans("read-order").first)
      #expect(called.events.last?.attributes.texts["arazzo.action"] == "gone")
      #expect(called.status?.code == .error)
      #expect(called.attributes.texts["error.type"] == "criterionFailed")
    }

    @Test("a workflow that continues in another has an error only if that one has")
    func continued() async throws {
      let declined = ScriptedTransport.Line.on("POST", "/v1/payments", .status(402))
      for refund in [200, 500] {
        let script = [declined, .on("POST", "/v1/refunds", .status(refund))]
        try await run("follow-order", script) { client in
          _ = try? await followOrder(.init(order: "1"), client: client)
        }
      }
      #expect(status("refund-order") == [nil, .error])
      #expect(status("settle-order") == [nil, .error])
    }

    @Test("a workflow that continues in itself has a span each time")
    func recursive() async throws {
      let script: [ScriptedTransport.Line] = [
        .on("POST", "/v1/payments", .status(503)),
        .on("POST", "/v1/payments", .status(503)),
        .on("POST", "/v1/payments", .json(["id": "p"], status: 201)),
      ]
      try await run("follow-order", script) { client in
        _ = try? await followOrder(.init(order: "1"), client: client)
      }
      #expect(
        tracer.tree == [
          "follow-order", "  settle",
          "    settle-order", "      pay", "        POST /payments",
          "      settle-order", "        pay", "          POST /payments",
          "        settle-order", "          pay", "            POST /payments",
        ])
      #expect(status("settle-order") == [nil, nil, nil])
    }

    @Test("a workflow that a step of it calls is below the step, and the next step is not")
    func recursiveStep() async throws {
      func fetch(_ step: String, in run: WorkflowRun) async throws(WorkflowError) {
        _ = try await run.send(run.request(step: step, method: "GET", path: "/a", server: .things))
        run.report(finished: step)
      }
      try await run("tidy", [.always(.status(200))]) { client in
        let run = WorkflowRun("tidy", client: client)
        try await run.call("again") { client throws(WorkflowError) in
          try await fetch("inner", in: WorkflowRun("tidy", client: client))
        }
        run.report(finished: "again")
        try await fetch("outer", in: run)
      }
      #expect(
        tracer.tree == [
          "tidy", "  again", "    tidy", "      inner", "        GET /a", "  outer", "    GET /a",
        ])
    }

    @Test("a workflow that gets a token is below the step that needs it")
    func tokenWorkflow() async throws {
      let scheme = SecurityScheme("api.token", .bearer)
      let credential = APICredential.provider(WorkflowTokens())
      try await run("tidy", [.always(.status(200))], credentials: [scheme: credential]) { client in
        let run = WorkflowRun("tidy", client: client)
        try await run.call("again") { client throws(WorkflowError) in
          let inner = WorkflowRun("read", client: client)
          let request = inner.request(step: "fetch", method: "GET", path: "/a", server: .things)
          request.security = [[scheme]]
          _ = try await inner.send(request)
          inner.report(finished: "fetch")
        }
        run.report(finished: "again")
      }
      #expect(
        tracer.tree == [
          "tidy", "  again", "    read", "      fetch",
          "        log-in", "          ask", "            POST /token", "        GET /a",
        ])
    }

    @Test("workflows that a workflow depends on are side by side")
    func dependencies() async throws {
      let script: [ScriptedTransport.Line] = [
        .on("POST", "/v1/login", .json(["token": "t"])),
        .on("POST", "/v1/payments", .json(["id": "p"], status: 201)),
        .on("GET", "/v1/orders/1", .json(["state": "paid"])),
        .on("POST", "/v1/refunds", .json([:])),
      ]
      try await run("ship-order", script) { client in
        _ = try await shipOrder(
          .init(order: "1"), settleOrderInputs: .init(order: "1"), client: client)
      }
      #expect(
        tracer.tree == [
          "ship-order", "  sign-in", "    logIn", "      POST /login",
          "  settle-order", "    pay", "      POST /payments",
          "  read", "    GET /orders/{orderId}",
          "  refund", "    refund-order", "      refund", "        POST /refunds",
        ])
    }

    @Test("after a redirect and a rejected token, the request has its template again")
    func redirectedAndRejected() async throws {
      let scheme = SecurityScheme("api.token", .bearer)
      let elsewhere: HTTPFields = [.location: "/v1/old"]
      let script: [ScriptedTransport.Line] = [
        .on("GET", "/v1/things/1", .status(302, headers: elsewhere)),
        .on("GET", "/v1/old", .status(401)), .on("GET", "/v1/things/1", .status(200)),
      ]
      try await run("tidy", script, credentials: [scheme: .token { _ in "t" }]) { client in
        let run = WorkflowRun("tidy", client: client)
        let request = run.request(
          step: "fetch", method: "GET", path: "/things/{id}", server: .things)
        request.setPath("id", "1")
        request.security = [[scheme]]
        _ = try await run.send(request)
      }
      let requests = tracer.finishedSpans.filter { $0.kind == .client }
      #expect(
        requests.map(\.operationName) == ["GET /things/{id}", "GET", "GET /things/{id}"])
      #expect(
        requests.map { $0.attributes.texts["http.request.resend_count"] } == [nil, "1", "2"])
    }
  }

  /// Gets tokens with a workflow.
  private struct WorkflowTokens: TokenProvider {
    func token(for context: TokenContext) async throws -> Secret {
      let run = WorkflowRun("log-in", client: context.client)
      _ = try await run.send(
        run.request(step: "ask", method: "POST", path: "/token", server: .things))
      run.report(finished: "ask")
      return "t"
    }
  }

  extension APIServer {
    fileprivate static let things = APIServer("api", url: "https://api.example.com/v1")
  }
#endif
