@testable import ArazzoCompiler

extension VariablePlan {
  fileprivate static let cursor = VariablePlan("list", "cursor", isOptional: true)
  fileprivate static let count = VariablePlan("list", "count", .integer)
  fileprivate static let orderID = VariablePlan("find", "orderId")
  fileprivate static let name = VariablePlan("fetch", "name")
}

extension WorkflowPlan {
  /// Failure actions: a retry, an end and a way back.
  static let fetch = WorkflowPlan(
    "fetchOrder", inputs: StructPlan(FieldPlan("customer")),
    outputs: [OutputPlan("name", isOptional: true, from: "$steps.fetch.outputs.name")],
    endings: [.completed, .failure("gone")],
    steps: [
      StepPlan(
        "find", call: .request("GET", "/find", [.query("customer", .input("customer"))]),
        outputs: [VariablePlan.orderID.read("id")],
        otherwise: .step("fetch", carrying: [.variable(.orderID)], wait: nil)),
      StepPlan(
        "fetch", carried: [.orderID],
        call: .request("GET", "/orders/{id}", [.path("id", .variable(.orderID))]),
        criteria: [.status(200)], outputs: [VariablePlan.name.read("name")],
        otherwise: .end(.completed, outputs: [.variable(.name)]),
        onFailure: [
          ActionPlan(
            "again",
            when: CriterionPlan("$statusCode >= 500", .status(.greaterOrEqual, 500)),
            then: .retry(RetryPlan(after: 2, limit: 3))),
          ActionPlan(
            "gone", when: .status(404), then: .end(.failure("gone"), outputs: [.missing])),
          ActionPlan(
            "fromTheStart",
            when: CriterionPlan(
              "$response.body#/code == 'stale'",
              .comparison(.equal, .body("code"), .string("stale"), .loose)),
            then: .step("find", carrying: [], wait: WaitPlan(kind: .poll, loop: ["find", "fetch"]))),
        ]),
    ], isMachine: true)

  /// An iteration: each pass carries the cursor that the one before returned.
  static let list = WorkflowPlan(
    "listAll", outputs: [OutputPlan("count", .integer, from: "$steps.list.outputs.count")],
    steps: [
      StepPlan(
        "list", carried: [.cursor],
        call: .request("GET", "/orders", [.query("cursor", .variable(.cursor))]),
        outputs: [VariablePlan.cursor.read("next"), VariablePlan.count.read("count")],
        onSuccess: [
          ActionPlan(
            "more",
            when: CriterionPlan(
              "$.items[*].state != 'done' && $.items.length > 0 && $.next",
              .and([
                .nodes(
                  NodesPlan(
                    context: .body(),
                    query: QueryPlan(.name("items"), .wildcard, .name("state")),
                    test: .some(.notEqual, .string("done")))),
                .comparison(
                  .greater, .body("items"), .literal(.number("0")), .strictLength),
                .exists(.body("next")), .isTrue(.body("next")),
              ])),
            then: .step(
              "list", carrying: [.variable(.cursor)], wait: WaitPlan(kind: .iteration, loop: [])))
        ],
        otherwise: .end(.completed, outputs: [.variable(.count)]))
    ], isMachine: true)

  /// Calls: one with an outcome, one that returns nothing, one with a failure action.
  static let calls = WorkflowPlan(
    "callThem", inputs: StructPlan(FieldPlan("who", isOptional: true), FieldPlan("any", .json)),
    outputs: [OutputPlan("name", isOptional: true, from: "$steps.fetch.outputs.name")],
    endings: [.completed, .failure("failed")],
    steps: [
      StepPlan(
        "prepare", call: .workflow(WorkflowCallPlan(workflow: "copyOrder", arguments: [])),
        criteria: [], otherwise: .step("fetch", carrying: [], wait: nil)),
      StepPlan(
        "fetch", "Fetch it.",
        call: .workflow(
          WorkflowCallPlan(
            workflow: "fetchOrder",
            arguments: [.init(field: FieldPlan("customer"), value: .input("who", isOptional: true))]
          )),
        criteria: [
          CriterionPlan(
            "$outputs.name", .isTrue(.of(.callOutput("name"))))
        ],
        outputs: [
          StepOutputPlan(
            variable: VariablePlan("fetch", "name", isOptional: true),
            value: .of(.callOutput("name")))
        ],
        otherwise: .step(
          "search", carrying: [.variable(VariablePlan("fetch", "name", isOptional: true))],
          wait: nil),
        onFailure: [
          ActionPlan("failed", then: .end(.failure("failed"), outputs: [.missing]))
        ]),
      StepPlan(
        "search", carried: [VariablePlan("fetch", "name", isOptional: true)],
        call: .workflow(
          WorkflowCallPlan(
            workflow: "search-orders",
            arguments: [
              .init(
                field: FieldPlan("order-by", .enumeration(.sorting), default: .string("-created")),
                value: .string("created")),
              .init(
                field: FieldPlan("limit", .integer, default: .number("10")),
                value: .input("any", type: .json)),
              .init(
                field: FieldPlan("tags", .array(.string), default: .array([.string("new")])),
                value: .of(
                  .member(.input("any", type: .json), pointer: ["tags", "0"]), .json)),
              .init(field: FieldPlan("default", .boolean), value: .literal(.bool(true), .boolean)),
            ])),
        criteria: [],
        otherwise: .end(
          .completed, outputs: [.variable(VariablePlan("fetch", "name", isOptional: true))])),
    ])
}

extension WorkflowPlan {
  /// It goes on for ever.
  static let watch = WorkflowPlan(
    "watch-the-orders-of-every-customer-of-the-shop-for-as-long-as-it-is-open", endings: [],
    steps: [
      StepPlan(
        "look", call: .request("GET", "/orders"),
        otherwise: .step("look", carrying: [], wait: WaitPlan(kind: .poll, loop: [])),
        onFailure: [
          ActionPlan("anyway", then: .step("look", carrying: [], wait: nil))
        ])
    ], isMachine: true)
}

extension DocumentPlan {
  /// Everything that the Dust sample has not.
  static let shop = DocumentPlan(
    fileName: "shop.arazzo.yaml", title: "Shop", servers: [.api],
    workflows: [
      .search, .copy, .fetch, .list, .calls, .watch, .xml, .shared, .sharedEndings,
    ])
}
