#if Tracing
  import ArazzoRuntime
  import ArazzoTesting
  import ArazzoTracing
  import Foundation
  import HTTPTypes
  import InMemoryTracing
  import MetricsTestKit
  import RulesExample
  import Testing
  import Tracing

  @Suite("What a trace shows of a workflow")
  struct TracingTests {
    private let tracer = InMemoryTracer(idGenerator: .incrementing)
    private let metrics = TestMetrics()

    /// Watches an order: the workflow calls another, which polls, is refused once, and runs a third
    /// workflow before it tries again.
    @discardableResult
    private func watch(_ script: [ScriptedTransport.Line] = watched) async throws
      -> WatchOrder.Outcome
    {
      try await watch(over: ScriptedTransport(script))
    }

    private func watch(over transport: ScriptedTransport) async throws -> WatchOrder.Outcome {
      let client = WorkflowClient(
        transport: transport, polling: PollingPolicy(jitter: 0), clock: WorkflowTestClock())
      return try await client.traced("watch-order", tracer: tracer, metrics: metrics) { client in
        try await watchOrder(.init(order: Self.marker), client: client)
      }
    }

    private static let marker = "m4rk3r"
    private static let order = "/v1/orders/m4rk3r"
    private static let logIn = ScriptedTransport.Line.on(
      "POST", "/v1/login", .json(["token": .string(marker)]))

    private static let watched = [
      logIn,
      .on("GET", order, .json(["state": "pending"])),
      .on("GET", order, .json(["detail": .string(marker)], status: 429)),
      .on("POST", "/v1/refunds", .json([:])),
      .on("GET", order, .json(["state": "paid"])),
    ]

    private func spans(_ name: String) -> [FinishedInMemorySpan] { tracer.spans(name) }

    @Test("a workflow, its steps, requests and the workflows that it calls are spans of one tree")
    func spans() async throws {
      try await watch()
      #expect(
        tracer.tree == [
          "watch-order", "  watch", "    read-order",
          "      logIn", "        POST /login",
          "      read", "        GET /orders/{orderId}",
          "      read", "        GET /orders/{orderId}",
          "      refund-order", "        refund", "          POST /refunds",
          "      read", "        GET /orders/{orderId}",
        ])
      #expect(tracer.activeSpans.isEmpty)
      #expect(Set(tracer.finishedSpans.map(\.traceID)).count == 1)
    }

    @Test("the span of a request has OpenTelemetry's attributes, and an error's type")
    func request() async throws {
      try await watch()
      let span = try #require(spans("GET /orders/{orderId}").first)
      #expect(span.kind == .client)
      #expect(span.status == nil)
      #expect(
        span.attributes.texts == [
          "arazzo.step": "read", "arazzo.workflow": "read-order",
          "http.request.method": "GET", "http.response.status_code": "200",
          "server.address": "orders.example", "server.port": "443", "url.scheme": "https",
          "url.template": "/orders/{orderId}",
        ])
      let refused = try #require(spans("GET /orders/{orderId}").dropFirst().first)
      #expect(refused.attributes.texts["http.response.status_code"] == "429")
      #expect(refused.attributes.texts["error.type"] == "429")
      #expect(refused.status?.code == .error)
    }

    @Test("a step that fails has its error; the workflow has none where an action applies")
    func failures() async throws {
      try await watch()
      let steps = spans("read")
      #expect(steps.map { $0.status?.code } == [nil, .error, nil])
      #expect(steps.map { $0.attributes.texts["error.type"] } == [nil, "criterionFailed", nil])
      #expect(spans("read-order").first?.status == nil)
      #expect(spans("watch-order").first?.attributes.texts["arazzo.ending"] == "completed")
    }

    @Test("waits, retries and chosen actions are events of the workflow's span")
    func events() async throws {
      try await watch()
      let events = try #require(spans("read-order").first).events
      #expect(
        events.map { "\($0.name) \($0.attributes.texts.sorted { $0 < $1 }.map(\.value))" } == [
          #"action ["pending", "read"]"#, #"wait ["read", "retrying", "2.0"]"#,
          #"action ["busy", "read"]"#, #"wait ["read", "polling", "1.0"]"#,
          #"retry ["read"]"#,
        ])
    }

    @Test("each request carries the context of its own span, unless the step sets that field")
    func propagation() async throws {
      let transport = ScriptedTransport(Self.watched)
      _ = try await watch(over: transport)
      let name = try #require(HTTPField.Name(InMemoryTracer.spanIDKey))
      let sent = transport.requests.map { $0.head.headerFields[name] }
      let requests = tracer.finishedSpans.filter { $0.kind == .client }.map(\.spanID)
      #expect(sent.count == 5)
      #expect(sent == requests)
    }

    @Test("a failure that ends the workflow marks all spans that it passes through")
    func ended() async throws {
      try await watch([.on("POST", "/v1/login", .failure(HTTPTransportError.insecure))])
      #expect(tracer.activeSpans.isEmpty)
      #expect(spans("POST /login").first?.attributes.texts["error.type"] == "insecure")
      for name in ["logIn", "read-order", "watch", "watch-order"] {
        #expect(spans(name).first?.status?.code == .error, "\(name)")
        #expect(spans(name).first?.attributes.texts["error.type"] == "transport", "\(name)")
      }
      #expect(spans("watch-order").first?.attributes.texts["arazzo.ending"] == "unknown")
    }

    @Test("an error that is thrown marks the span of the workflow and goes to the caller")
    func thrown() async {
      struct Refused: Error {}
      await #expect(throws: Refused.self) {
        try await WorkflowClient().traced("buy", tracer: tracer, metrics: metrics) { _ in
          throw Refused()
        }
      }
      #expect(spans("buy").first?.status?.code == .error)
      #expect(spans("buy").first?.attributes.texts["error.type"] == "Refused")
      #expect(tracer.activeSpans.isEmpty)
    }

    @Test("a redirect is a request of its own, of which the template is not known")
    func redirect() async throws {
      let elsewhere: HTTPFields = [.location: "https://orders.example/old/m4rk3r"]
      try await watch([
        Self.logIn, .on("GET", Self.order, .status(302, headers: elsewhere)),
        .on("GET", "/old/m4rk3r", .json(["state": "paid"])),
      ])
      let redirected = try #require(spans("GET").first)
      #expect(redirected.attributes.texts["http.request.resend_count"] == "1")
      #expect(redirected.attributes.texts["url.template"] == nil)
    }

    @Test("requests, waits, retries and endings are measured")
    func measured() async throws {
      try await watch()
      let requests = metrics.timers(label: "http.client.request.duration")
      #expect(requests.map(\.values.count).reduce(0, +) == 5)
      #expect(
        Set(requests.map { timer in timer.dimensions.first { $0.0 == "url.template" }?.1 })
          == ["/login", "/orders/{orderId}", "/refunds"])
      #expect(metrics.counterTotal(label: "arazzo.retries") == 1)
      let waits = metrics.timers(label: "arazzo.wait.duration")
      #expect(waits.flatMap(\.values).sorted() == [1_000_000_000, 2_000_000_000])
      let ending = try #require(metrics.timers(label: "arazzo.workflow.duration").first)
      #expect(
        ending.dimensions.map { "\($0)=\($1)" } == [
          "arazzo.workflow=watch-order", "arazzo.ending=completed",
        ])
    }

    @Test("no value of an input, a body or a header field is in a span or a metric")
    func secrets() async throws {
      try await watch()
      _ = try? await watch([Self.logIn, .on("GET", Self.order, .text(Self.marker, status: 500))])
      var shown = ""
      for span in tracer.finishedSpans {
        shown += "\(span.operationName) \(span.attributes.texts) \(String(describing: span.status))"
        shown += "\(span.events.map { "\($0.name) \($0.attributes.texts)" }) \(span.errors)"
      }
      shown += metrics.timers.map { "\($0.label) \($0.dimensions)" }.joined()
      #expect(shown.contains("read-order"))
      #expect(!shown.contains(Self.marker))
    }
  }
#endif
