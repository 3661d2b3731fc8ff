import ArazzoRuntime
import ArazzoTesting
import ExampleServers
import Foundation
import RulesExample
import Testing

/// The rules A1, A2, A4 and A6 where several steps share the failure actions of the workflow and of
/// the document's components.
@Suite("Rules: failure actions that steps share")
struct SharedFailureRuleTests {
  let stage = Stage()
  static let token = Answer.json(#"{"token": "t"}"#)
  static let paid = Answer.json(#"{"id": "p1"}"#, status: 201)
  static let refunded = Answer.json("{}", status: 201)
  static let order = Answer.json(#"{"id": "o1", "state": "sent"}"#)
  static let busy = Answer.json("{}", status: 503)
  static let lost = Answer.json("{}", status: 404)
  static let blocked = Answer.json(#"{"code": "blocked"}"#, status: 403)

  /// The outcome of `deliver-order`, and the requests in short.
  private func deliver(
    pay: [Answer] = [paid], read: [Answer] = [order], refund: [Answer] = [refunded],
    from state: DeliverOrder.State = .pay
  ) async throws -> (requests: [String], outcome: DeliverOrder.Outcome) {
    let script = ["POST /payments": pay, "GET /orders/o1": read, "POST /refunds": refund]
    return try await StandIn.serve(ScriptedAPI(script)) { server in
      let client = stage.client(for: server)
      let outcome = try await deliverOrder(.init(order: "o1"), client: client, from: state)
      return (await server.requests.map(\.line), outcome)
    }
  }

  // MARK: retry

  @Test func a6_aRetryThatStepsShareHasABudgetForEachOfThem() async throws {
    let (requests, outcome) = try await deliver(
      pay: [Self.busy, Self.busy, Self.paid], read: [Self.busy, Self.busy, Self.order])
    #expect(outcome == .delivered(.init(payment: "p1", state: "sent")))
    #expect(
      requests == Array(repeating: "POST /payments", count: 3)
        + Array(repeating: "GET /orders/o1", count: 3))
    #expect(stage.clock.waits == Array(repeating: .seconds(2), count: 4))
  }

  @Test func a6_whereItsBudgetIsSpentTheFailureIsThrownAndItsStateResumes() async throws {
    let script = [
      "POST /payments": [Self.paid],
      "GET /orders/o1": [Self.busy, Self.busy, Self.busy, Self.busy, Self.order],
    ]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let client = stage.client(for: server)
      let error = try await failure { () async throws(WorkflowError) in
        try await deliverOrder(.init(order: "o1"), client: client)
      }
      #expect(error.step == "read" && error.statusCode == 503)
      #expect(await server.requests.count == 1 + 3)
      let state = try saved(#require(DeliverOrder.State(resuming: error)))
      #expect(state == .read(payment: "p1"))
      let outcome = try await deliverOrder(.init(order: "o1"), client: client, from: state)
      #expect(outcome == .delivered(.init(payment: "p1", state: "sent")))
      #expect(await server.requests.count { $0.line == "POST /payments" } == 1)
      #expect(await server.requests.count == 1 + 3 + 2)
    }
  }

  @Test func a6_aRunThatIsCancelledWhileItWaitsToRetryResumesAtItsStep() async throws {
    let script = ["POST /payments": [Self.paid], "GET /orders/o1": [Self.busy]]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      var waiting = stage.client(for: server)
      waiting.clock = CancellingClock(clock: stage.clock)
      let client = waiting
      let error = try await failure { () async throws(WorkflowError) in
        try await deliverOrder(.init(order: "o1"), client: client)
      }
      #expect(error.code == .cancelled)
      #expect(DeliverOrder.State(resuming: error) == .read(payment: "p1"))
    }
  }

  @Test func a6_stepsThatShareARetryAloneAreEachTriedAgain() async throws {
    let script = [
      "POST /refunds": [Self.busy, Self.refunded], "POST /payments": [Self.busy, Self.paid],
      "GET /orders/o1": [Self.busy, Self.order],
    ]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let outputs = try await repeatOrder(.init(order: "o1"), client: stage.client(for: server))
      #expect(outputs == .init(payment: "p1", state: "sent"))
      #expect(
        await server.requests.map(\.line) == [
          "POST /refunds", "POST /refunds", "POST /payments", "POST /payments", "GET /orders/o1",
          "GET /orders/o1",
        ])
    }
  }

  // MARK: end

  @Test func a4_anEndingThatStepsShareHasWhatIsKnownAtEachOfThem() async throws {
    let (first, early) = try await deliver(pay: [Self.blocked])
    guard case .refused(let none, let failure) = early else {
      Issue.record("ended otherwise: \(early)")
      return
    }
    #expect(none == .init(payment: nil) && failure.step == "pay")
    #expect(first == ["POST /payments"])
    let (second, late) = try await deliver(read: [Self.lost], refund: [Self.blocked])
    guard case .refused(let known, let failure) = late else {
      Issue.record("ended otherwise: \(late)")
      return
    }
    #expect(known == .init(payment: "p1") && failure.step == "refund")
    #expect(second == ["POST /payments", "GET /orders/o1", "POST /refunds"])
  }

  @Test func a1_aFailureThatNoSharedActionAnswersIsThrown() async throws {
    let error = try await #require(throws: WorkflowError.self) {
      try await deliver(pay: [.json(#"{"code": "late"}"#, status: 403)])
    }
    #expect(error.step == "pay" && error.statusCode == 403)
  }

  @Test func a7_whereThereIsNoResponseAnActionCanAnswerThat() async throws {
    let nowhere = try #require(URL(string: "http://127.0.0.1:1"))
    let outcome = try await deliverOrder(
      .init(order: "o1"), client: WorkflowClient(baseURL: nowhere, clock: stage.clock))
    guard case .unreachable(let outputs, let failure) = outcome else {
      Issue.record("ended otherwise: \(outcome)")
      return
    }
    #expect(outputs.payment == nil && failure.response == nil)
    #expect(stage.clock.waits == [])
  }

  @Test func a4_stepsOfAStraightWorkflowEndByTheSameActions() async throws {
    func check(logIn: Answer, read: Answer) async throws -> CheckOrder.Outcome {
      let script = ["POST /login": [logIn], "GET /orders/o1": [read]]
      return try await StandIn.serve(ScriptedAPI(script)) { server in
        try await checkOrder(.init(order: "o1"), client: stage.client(for: server))
      }
    }
    guard case .unknown(let failure) = try await check(logIn: Self.lost, read: Self.order) else {
      Issue.record("the log-in did not end the workflow")
      return
    }
    #expect(failure.step == "logIn")
    guard case .refused(let failure) = try await check(logIn: Self.token, read: Self.blocked)
    else {
      Issue.record("the order did not end the workflow")
      return
    }
    #expect(failure.step == "read")
    #expect(
      try await check(logIn: Self.token, read: Self.order) == .completed(.init(state: "sent")))
  }

  // MARK: goto, and actions of a step

  @Test func a2_anActionOfTheWorkflowGoesToAStepFromEach() async throws {
    let (early, unpaid) = try await deliver(pay: [Self.lost])
    #expect(unpaid == .refunded(.init(payment: nil)))
    #expect(early == ["POST /payments", "POST /refunds"])
    let (late, paid) = try await deliver(read: [Self.lost])
    #expect(paid == .refunded(.init(payment: "p1")))
    #expect(late == ["POST /payments", "GET /orders/o1", "POST /refunds"])
  }

  @Test func a2_anActionOfTheStepGoesBeforeThoseThatStepsShare() async throws {
    let (requests, outcome) = try await deliver(read: [Self.blocked])
    guard case .barred(let outputs, let failure) = outcome else {
      Issue.record("ended otherwise: \(outcome)")
      return
    }
    #expect(outputs == .init(payment: "p1") && failure.statusCode == 403)
    #expect(requests == ["POST /payments", "GET /orders/o1"])
  }

  @Test func a2_anActionOfTheStepTakesThePlaceOfTheWorkflowsOfItsName() async throws {
    let (requests, outcome) = try await deliver(
      refund: [Self.busy, Self.lost], from: .refund(payment: "p1"))
    guard case .lost(let outputs, _) = outcome else {
      Issue.record("ended otherwise: \(outcome)")
      return
    }
    #expect(outputs == .init(payment: "p1"))
    #expect(requests == ["POST /refunds", "POST /refunds"])
  }

  @Test func a5_anActionOfTheStepGoesToAnotherWorkflow() async throws {
    let (requests, outcome) = try await deliver(pay: [.json("{}", status: 402)])
    #expect(outcome == .declined)
    #expect(requests == ["POST /payments", "POST /refunds"])
  }
}

/// A clock on which every wait is cut short, as where the task is cancelled.
private struct CancellingClock: WorkflowClock {
  let clock: WorkflowTestClock

  var now: Duration { clock.now }
  var date: Date { clock.date }
  func sleep(for duration: Duration) async throws { throw CancellationError() }
  func expire(after duration: Duration) async throws { try await clock.expire(after: duration) }
}
