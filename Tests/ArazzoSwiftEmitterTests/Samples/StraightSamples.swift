@testable import ArazzoCompiler

extension WorkflowPlan {
  /// One step, typed inputs with defaults, values in every place.
  static let search = WorkflowPlan(
    "search-orders", "Search the orders.",
    inputs: StructPlan(
      FieldPlan("limit", .integer, default: .number("10"), notes: ["at least 1", "at most 100"]),
      FieldPlan("order-by", .enumeration(.sorting), default: .string("-created")),
      FieldPlan("address", .structure(.address), isOptional: true, about: "Where it goes."),
      FieldPlan("tags", .array(.string), default: .array([.string("new")])),
      FieldPlan("weights", .dictionary(.number), isOptional: true),
      FieldPlan("session", .secret, isOptional: true), FieldPlan("default", .boolean),
      FieldPlan("a-field-with-a-longer-name", default: .string("a default that fills the line"))),
    outputs: [
      OutputPlan("etag", isOptional: true, from: "$steps.find.outputs.etag"),
      OutputPlan("first", .json, isOptional: true, from: "$steps.find.outputs.first"),
      OutputPlan("status", .integer, from: "$steps.find.outputs.status"),
      OutputPlan("page", .json, isOptional: true, from: "$inputs.address"),
    ],
    steps: [
      StepPlan(
        "find", "Find them.\n\nOnly the first paragraph is shown.",
        call: .request(
          "GET", "/orders",
          [
            .query("limit", .input("limit", type: .integer)),
            .query("sort", .input("order-by", type: .enumeration(.sorting))),
            .query("street", .input("address", "street", isOptional: true), isRequired: true),
            .query("tag", .input("tags", type: .array(.string))),
            .query("fixed", .literal(.string("a \"b\" \\(c)"), .string)),
            .query("number", .literal(.number("5.0"), .number)),
            .header("X-Trace", .text(.string("trace-"), .input("limit", type: .integer))),
            .header(
              "X-Key", .text(.string("key "), .input("session", type: .secret, isOptional: true))),
            .cookie("session", .input("session", type: .secret, isOptional: true)),
          ], operationID: "findOrders", accept: ["application/json", "application/problem+json"]),
        outputs: [
          StepOutputPlan(
            variable: VariablePlan("find", "etag", isOptional: true),
            value: .of(.responseHeader("ETag"))),
          StepOutputPlan(
            variable: VariablePlan("find", "first", .json, isOptional: true),
            value: .body("items", "0")),
          StepOutputPlan(
            variable: VariablePlan("find", "status", .integer),
            value: .of(.statusCode, .integer, isOptional: false)),
        ],
        otherwise: .end(
          .completed,
          outputs: [
            .variable(VariablePlan("find", "etag", isOptional: true)),
            .variable(VariablePlan("find", "first", .json, isOptional: true)),
            .variable(VariablePlan("find", "status", .integer)),
            .input("address", type: .structure(.address), isOptional: true),
          ]))
    ])

  /// Two steps, no inputs, nothing returned; both set an output of the same name.
  static let copy = WorkflowPlan(
    "copyOrder",
    steps: [
      StepPlan(
        "create", call: .request("POST", "/orders"),
        criteria: [
          CriterionPlan("$statusCode == 201", .status(.equal, 201)),
          CriterionPlan(
            "$response.body#/state == 'new' || $response.body#/state == null",
            .or([
              .comparison(.equal, .body("state"), .string("new"), .loose),
              .comparison(.equal, .body("state"), .literal(.null), .strict),
            ])),
        ],
        outputs: [VariablePlan("create", "id").read("id")],
        otherwise: .step("copy", carrying: [.variable(VariablePlan("create", "id"))], wait: nil)),
      StepPlan(
        "copy", "Copy it.", carried: [VariablePlan("create", "id")],
        call: .request(
          "PUT", "/orders/{id}", [.path("id", .variable(VariablePlan("create", "id")))],
          body: BodyPlan(
            contentType: "application/merge-patch+json",
            value: .object([
              "id": .variable(VariablePlan("create", "id")),
              "note": .string("A longer text that says what is to be done with the copy, at once."),
              "query": .string(
                "query Metrics($environmentId: BigInt!) {\n  metrics(environmentId: $environmentId) "
                  + "{ name description type }\n}"),
              "nested": .object([
                "list": .array(.string("a"), .literal(.number("1.50")), .literal(.null)),
                "empty": .object([:]),
              ]),
              "raw": .literal(
                .object([
                  .init(name: "a", value: .array([.number("1"), .number("-2.5"), .bool(true)])),
                  .init(name: "b", value: .null),
                ])),
            ]),
            isRequired: true), keepsRedirects: true),
        outputs: [VariablePlan("copy", "id", .integer).read("id")],
        otherwise: .step(
          "check", carrying: [.variable(VariablePlan("copy", "id", .integer))], wait: nil)),
      StepPlan(
        "check", carried: [VariablePlan("copy", "id", .integer)],
        call: .request(
          "GET", "/orders/{id}", [.path("id", .variable(VariablePlan("copy", "id", .integer)))]),
        criteria: [], otherwise: .end(.completed, outputs: [])),
    ])
}

extension StructPlan {
  static let address = StructPlan(
    path: ["address"], description: "A postal address.",
    fields: [
      FieldPlan("street"), FieldPlan("zip-code", .integer, isOptional: true),
      FieldPlan("country", .enumeration(.country), default: .string("de")),
      FieldPlan("extra", .json, isOptional: true),
    ])
}

extension EnumPlan {
  static let sorting = EnumPlan(
    path: ["order-by"], description: nil, values: ["created", "-created", "1st", "default", ""])
  static let country = EnumPlan(
    path: ["address", "country"], description: "Where we send to.", values: ["de", "fr", "none"])
}
