import ArazzoRuntime
import ArazzoTesting
import ExampleServers
import RulesExample
import Testing

/// The rules A10 and A11, on generated code that runs.
@Suite("Rules: dependencies and time limits")
struct DependencyRuleTests {
  let stage = Stage()
  static let script = [
    "POST /login": [Answer.json(#"{"token": "t1"}"#)],
    "POST /payments": [.json(#"{"id": "p1"}"#, status: 201)],
    "GET /orders/o1": [.json(#"{"id": "o1", "state": "sent"}"#)],
    "POST /refunds": [.json("{}", status: 201)],
  ]

  @Test func a10_theResultsOfDependenciesAreArguments() async throws {
    try await StandIn.serve(ScriptedAPI(Self.script)) { server in
      let outcome = try await shipOrder(
        .init(order: "o1"), signInResult: .init(token: "mine"),
        settleOrderInputs: .init(order: "o1", amount: 7),
        settleOrderResult: .completed(.init(payment: "p9")), client: stage.client(for: server))
      #expect(try outcome.outputs.payment == "p9")
      #expect(try outcome.outputs.amount == 7)
      let requests = await server.requests
      #expect(requests.map(\.line) == ["GET /orders/o1", "POST /refunds"])
      #expect(requests.first?.header("Authorization") == "Bearer mine")
    }
  }

  @Test func a10_anOverloadRunsEachDependencyOnceInOrder() async throws {
    try await StandIn.serve(ScriptedAPI(Self.script)) { server in
      let outcome = try await shipOrder(
        .init(order: "o1"), settleOrderInputs: .init(order: "o1", amount: 2),
        client: stage.client(for: server))
      #expect(try outcome.outputs.payment == "p1")
      #expect(try outcome.outputs.amount == 2)
      #expect(
        await server.requests.map(\.line) == [
          "POST /login", "POST /payments", "GET /orders/o1", "POST /refunds",
        ])
    }
  }

  @Test func a10_aDependencyThatEndedByAFailureThrowsBeforeAnythingIsSent() async throws {
    try await StandIn.serve(
      ScriptedAPI([
        "POST /payments": [.json("{}", status: 402)], "POST /refunds": [.json("{}", status: 409)],
      ])
    ) { server in
      let client = stage.client(for: server)
      let settled = try await settleOrder(.init(order: "o1"), client: client)
      let before = await server.requests.count
      let error = try await failure { () async throws(WorkflowError) in
        try await shipOrder(
          .init(order: "o1"), signInResult: .init(token: "t"),
          settleOrderInputs: .init(order: "o1"), settleOrderResult: settled, client: client)
      }
      #expect(error.workflow == "refund-order")
      #expect(await server.requests.count == before)
    }
  }

  @Test func a11_aTimeoutFailsTheStepByTheClientsClock() async throws {
    stage.clock.expireTimeLimits()
    let client = WorkflowClient(
      transport: ScriptedTransport([.always(.never)]), clock: stage.clock)
    let outcome = try await shipOrder(
      .init(order: "o1"), signInResult: .init(token: "t"),
      settleOrderInputs: .init(order: "o1", amount: 2),
      settleOrderResult: .completed(.init(payment: "p")), client: client)
    guard case .late(_, let error) = outcome else {
      Issue.record("ended otherwise: \(outcome)")
      return
    }
    #expect(error.code == .timedOut)
    #expect("\(error)".contains("the step took longer than 1.5 s"))
  }
}
