@testable import ArazzoCompiler

extension VariablePlan {
  fileprivate static let payment = VariablePlan("pay", "payment")
}

extension ActionPlan {
  fileprivate static let busy = ActionPlan(
    "busy", when: .status(503), then: .retry(RetryPlan(after: 2, limit: 2)))
  fileprivate static let slow = ActionPlan(
    "slow", when: .status(429), then: .retry(RetryPlan(limit: 5)))

  fileprivate static func refused(_ outputs: ValuePlan...) -> ActionPlan {
    ActionPlan(
      "refused", when: .status(403),
      CriterionPlan(
        "$inputs.order != 'test'",
        .comparison(.notEqual, .input("order"), .string("test"), .loose)),
      then: .end(.failure("refused"), outputs: outputs))
  }

  fileprivate static func gone(_ outputs: ValuePlan...) -> ActionPlan {
    ActionPlan("gone", when: .status(404), then: .end(.failure("gone"), outputs: outputs))
  }
}

extension WorkflowPlan {
  /// Steps that share failure actions: a retry and endings with an output that not every step knows,
  /// endings alone, and a retry alone; actions of their own come first.
  static let shared = WorkflowPlan(
    "deliverOrder", inputs: StructPlan(FieldPlan("order")),
    outputs: [OutputPlan("payment", isOptional: true, from: "$steps.pay.outputs.payment")],
    endings: [.completed, .failure("declined"), .failure("refused"), .failure("gone")],
    steps: [
      StepPlan(
        "pay", call: .request("POST", "/payments"), outputs: [VariablePlan.payment.read("id")],
        otherwise: .step("read", carrying: [.variable(.payment)], wait: nil),
        onFailure: [.busy, .refused(.missing), .gone(.missing)]),
      StepPlan(
        "read", carried: [.payment],
        call: .request("GET", "/orders/{id}", [.path("id", .input("order"))]),
        otherwise: .step("pack", carrying: [.variable(.payment)], wait: nil),
        onFailure: [
          ActionPlan(
            "declined", when: .status(402),
            then: .end(.failure("declined"), outputs: [.variable(.payment)])),
          ActionPlan(
            "unpaid", when: .status(409), then: .step("pay", carrying: [], wait: nil)),
          .busy, .refused(.variable(.payment)), .gone(.variable(.payment)),
        ]),
      StepPlan(
        "pack", carried: [.payment], call: .request("POST", "/parcels"),
        otherwise: .step("send", carrying: [.variable(.payment)], wait: nil),
        onFailure: [.slow, .gone(.variable(.payment)), .refused(.variable(.payment))]),
      StepPlan(
        "send", carried: [.payment], call: .request("POST", "/parcels/send"),
        otherwise: .step("tell", carrying: [.variable(.payment)], wait: nil),
        onFailure: [.busy, .gone(.variable(.payment)), .refused(.variable(.payment))]),
    ]
      + zip(["tell", "ask", "thank"], ["ask", "thank", nil]).map { id, next in
        StepPlan(
          id, carried: [.payment], call: .request("POST", "/messages/\(id)"),
          otherwise: next.map { .step($0, carrying: [.variable(.payment)], wait: nil) }
            ?? .end(.completed, outputs: [.variable(.payment)]),
          onFailure: [.slow])
      }, isMachine: true)

  /// Steps of a workflow without a loop that share endings at which nothing is known.
  static let sharedEndings = WorkflowPlan(
    "checkOrder", inputs: StructPlan(FieldPlan("order")),
    endings: [.completed, .failure("refused"), .failure("gone")],
    steps: [
      StepPlan(
        "look", call: .request("GET", "/orders"),
        otherwise: .step("read", carrying: [], wait: nil), onFailure: [.refused(), .gone()]),
      StepPlan(
        "read", call: .request("GET", "/orders/{id}", [.path("id", .input("order"))]),
        otherwise: .end(.completed, outputs: []),
        onFailure: [
          ActionPlan("blocked", when: .status(401), then: .end(.failure("gone"), outputs: [])),
          .refused(), .gone(),
        ]),
    ])
}
