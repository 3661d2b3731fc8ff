import ArazzoRuntime
import ExampleServers
import RulesExample
import Testing

/// The rules A3 to A6, P9 and those of steps that call workflows, on generated code that runs.
@Suite("Rules: flow")
struct FlowRuleTests {
  let stage = Stage()
  static let paid = Answer.json(#"{"id": "p1"}"#, status: 201)
  static let order = Answer.json(#"{"id": "o1", "state": "sent", "amount": 4}"#)
  static let pending = Answer.json(#"{"id": "o1", "state": "pending"}"#)

  private func settle(
    _ script: [String: [Answer]]
  ) async throws -> (requests: [ReceivedRequest], outcome: SettleOrder.Outcome) {
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let outcome = try await settleOrder(
        .init(order: "o1", amount: 3), client: stage.client(for: server))
      return (await server.requests, outcome)
    }
  }

  private func read(
    _ script: [String: [Answer]]
  ) async throws -> (requests: [ReceivedRequest], outcome: ReadOrder.Outcome) {
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let outcome = try await readOrder(.init(order: "o1"), client: stage.client(for: server))
      return (await server.requests, outcome)
    }
  }

  // MARK: goto a workflow

  @Test func a5_theResultCarriesTheOthersResult() async throws {
    let (requests, outcome) = try await settle([
      "POST /payments": [.json("{}", status: 402)], "POST /refunds": [.json("{}", status: 201)],
    ])
    #expect(outcome == .declined(.completed))
    #expect(try requests.last?.json == ["order": "o1", "reason": "declined with 402"])
    #expect(try json(of: outcome) == ["ending": "declined", "continued": ["ending": "completed"]])
    #expect(throws: WorkflowError.self) { try outcome.outputs }
    try outcome.requireSuccess()
  }

  @Test func a5_withoutParametersInputsOfTheSameNameArePassed() async throws {
    let (requests, outcome) = try await settle([
      "POST /payments": [.json("{}", status: 503), Self.paid]
    ])
    #expect(outcome == .again(.completed(.init(payment: "p1"))))
    let bodies = try requests.map { try $0.json }
    #expect(bodies == [["order": "o1", "amount": 3], ["order": "o1", "amount": 3]])
  }

  @Test func a4_aFailureOfTheOtherCantPassForSuccess() async throws {
    let (_, outcome) = try await settle([
      "POST /payments": [.json("{}", status: 402)], "POST /refunds": [.json("{}", status: 409)],
    ])
    let error = try #require(throws: WorkflowError.self) { try outcome.requireSuccess() }
    #expect(error.workflow == "refund-order" && error.statusCode == 409)
  }

  // MARK: steps that call workflows

  @Test func subWorkflowSteps_statusAndHeadersAreOfTheLastResponse() async throws {
    try await StandIn.serve(
      ScriptedAPI(["POST /payments": [Self.paid], "GET /orders/o1": [Self.order]])
    ) { server in
      let outcome = try await followOrder(.init(order: "o1"), client: stage.client(for: server))
      #expect(outcome == .completed(.init(payment: "p1", kind: "application/json")))
    }
  }

  @Test func c1_aSubWorkflowThatEndedByAFailureFailsItsStep() async throws {
    try await StandIn.serve(
      ScriptedAPI([
        "POST /payments": [.json("{}", status: 402)], "POST /refunds": [.json("{}", status: 409)],
      ])
    ) { server in
      let outcome = try await followOrder(.init(order: "o1"), client: stage.client(for: server))
      guard case .unsettled(let failure) = outcome else {
        Issue.record("ended otherwise: \(outcome)")
        return
      }
      #expect(failure.statusCode == 409)
    }
  }

  @Test func theStepThatCalledAWorkflowWhichThrowsHasFailed() async throws {
    let events = WorkflowEvents()
    try await StandIn.serve(ScriptedAPI(["GET /orders/o1": [.json("{}", status: 500)]])) { server in
      var client = stage.client(for: server)
      client.observer = events
      await #expect(throws: WorkflowError.self) {
        try await readElsewhere(.init(order: "o1"), client: client)
      }
    }
    events.finish()
    let failed = await events.reduce(into: [String]()) { steps, event in
      if case .failed(let step, _) = event.kind { steps.append("\(event.workflow) \(step)") }
    }
    #expect(failed.last == "read-elsewhere check")
    #expect(failed.count == 2)
  }

  @Test func aWorkflowOfAnotherDocumentIsCalled() async throws {
    try await StandIn.serve(ScriptedAPI(["GET /orders/o1": [Self.order]])) { server in
      let outputs = try await readElsewhere(.init(order: "o1"), client: stage.client(for: server))
      #expect(outputs.left == 4)
    }
  }

  // MARK: retry

  @Test func a6_aStepRunsFirstAndComesBack() async throws {
    let (requests, outcome) = try await read([
      "POST /login": [.json(#"{"token": "old"}"#), .json(#"{"token": "new"}"#)],
      "GET /orders/o1": [.json("{}", status: 401), Self.order],
    ])
    #expect(outcome == .completed(.init(state: "sent")))
    #expect(
      requests.map(\.line) == [
        "POST /login", "GET /orders/o1", "POST /login", "GET /orders/o1",
      ])
    #expect(requests.last?.header("Authorization") == "Bearer new")
    #expect(stage.clock.waits == [.seconds(1)])
  }

  @Test func a6_aReferenceThatFailsSpendsTheRetry() async throws {
    let (requests, outcome) = try await read([
      "POST /login": [.json(#"{"token": "old"}"#), .json("{}", status: 500)],
      "GET /orders/o1": [.json("{}", status: 401)],
    ])
    guard case .gone = outcome else {
      Issue.record("ended otherwise: \(outcome)")
      return
    }
    #expect(requests.map(\.line) == ["POST /login", "GET /orders/o1", "POST /login"])
  }

  @Test func a6_aSpentBudgetFallsThroughToTheNextAction() async throws {
    let (requests, outcome) = try await read([
      "POST /login": [.json(#"{"token": "old"}"#)],
      "GET /orders/o1": [.json("{}", status: 401)],
    ])
    guard case .gone(_, let failure) = outcome else {
      Issue.record("ended otherwise: \(outcome)")
      return
    }
    #expect(failure.statusCode == 401)
    #expect(requests.count { $0.line == "GET /orders/o1" } == 3)
  }

  @Test func a6_aRetryWithoutCriteriaIsSpentBeforeTheNextActionIsTaken() async throws {
    let script = [
      "GET /orders/o1": [Answer.json("{}", status: 500)], "POST /login": [.json("{}")],
    ]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let outputs = try await lookUpOrder(.init(order: "o1"), client: stage.client(for: server))
      #expect(outputs == .init(state: nil))
      let paths = await server.requests.map(\.path)
      #expect(paths == ["/orders/o1", "/orders/o1", "/login"])
    }
  }

  @Test func a6_aWorkflowRunsFirst() async throws {
    let (requests, outcome) = try await read([
      "POST /login": [.json(#"{"token": "t"}"#)], "POST /refunds": [.json("{}", status: 201)],
      "GET /orders/o1": [.json("{}", status: 429, headers: ["Retry-After": "7"]), Self.order],
    ])
    #expect(outcome == .completed(.init(state: "sent")))
    #expect(
      requests.map(\.line) == [
        "POST /login", "GET /orders/o1", "POST /refunds", "GET /orders/o1",
      ])
    #expect(stage.clock.waits == [.seconds(7)])
  }

  /// A call that ends by a failure, after these answers.
  private func watch(_ orders: [Answer]) async throws -> WatchOrder.Outcome {
    let script = ["POST /login": [Answer.json(#"{"token": "t"}"#)], "GET /orders/o1": orders]
    return try await StandIn.serve(ScriptedAPI(script)) { server in
      try await watchOrder(.init(order: "o1"), client: stage.client(for: server))
    }
  }

  @Test func a4_theOutputsOfACallThatFailedAreWhatThereIs() async throws {
    let gone = Answer.json("{}", status: 401)
    guard case .held = try await watch([Self.pending, gone]) else {
      Issue.record("the state is not known")
      return
    }
    guard case .unknown = try await watch([gone]) else {
      Issue.record("there is a state")
      return
    }
    guard case .unknown = try await watch([.json("{}", status: 500)]) else {
      Issue.record("there is a state of a call that threw")
      return
    }
  }

  @Test func p9_aStepRunsBeforeTheOtherPass() async throws {
    let logins = ["a", "b", "c"].map { Answer.json("{\"token\": \"\($0)\"}") }
    let script = [
      "POST /login": logins, "GET /orders/o1": [Self.pending, Self.pending, Self.order],
    ]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let outcome = try await awaitOrder(.init(order: "o1"), client: stage.client(for: server))
      #expect(outcome == .completed(.init(state: "sent")))
      let reads = await server.requests.filter { $0.line == "GET /orders/o1" }
      #expect(reads.map { $0.header("Authorization") } == ["Bearer a", "Bearer b", "Bearer c"])
      #expect(reads.map { $0.header("X-Last") } == [nil, "pending", "pending"])
    }
  }

  @Test func p9_aSpentBudgetFallsThroughThereToo() async throws {
    let script = [
      "POST /login": [Answer.json(#"{"token": "a"}"#)], "GET /orders/o1": [Self.pending],
    ]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let outcome = try await awaitOrder(.init(order: "o1"), client: stage.client(for: server))
      #expect(outcome == .stuck(.init(state: "pending")))
      #expect(await server.requests.count { $0.line == "POST /login" } == 3)
    }
  }

  // MARK: loops

  @Test func a8_aLoopThatIsClosedInTwoPlacesIsOneLoop() async throws {
    let looks = [Self.order, Self.order, Self.order]
    try await StandIn.serve(
      ScriptedAPI([
        "GET /orders/o1": looks + [Self.pending] + looks + [.json("{}", status: 503)] + looks
          + [Self.order]
      ])
    ) { server in
      try await escortOrder(.init(order: "o1"), client: stage.client(for: server))
      #expect(await server.requests.count == 12)
    }
    // The second wait is longer: the steps between didn't leave the loop.
    #expect(stage.clock.waits == [.seconds(1), .seconds(1.5)])
  }

  @Test func p9_aRetryUnderOnSuccessIsAWaitAndAnotherPass() async throws {
    let (requests, outcome) = try await read([
      "POST /login": [.json(#"{"token": "t"}"#)],
      "GET /orders/o1": [Self.pending, Self.pending, Self.order],
    ])
    #expect(outcome == .completed(.init(state: "sent")))
    #expect(requests.count == 4)
    #expect(stage.clock.waits == [.seconds(2), .seconds(2)])
  }

  @Test func p9_aSpentBudgetFallsThrough() async throws {
    let (requests, outcome) = try await read([
      "POST /login": [.json(#"{"token": "t"}"#)], "GET /orders/o1": [Self.pending],
    ])
    #expect(outcome == .completed(.init(state: "pending")))
    #expect(requests.count == 5)
  }
}
