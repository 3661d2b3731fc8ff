@testable import ArazzoCompiler

extension DocumentPlan {
  private static let text =
    "Ends */ here\n/// then\r\n- \\(code) \u{202E}mirrored\u{0} \u{2028}import Foundation\n\n\n```\nlet x = 1\n```"

  private static let string = "\"quotes\" \\(code)\nline\rreturn\ttab\0null \u{202E}bidi \u{1F600}"

  /// Names and texts that try to become code.
  static let hostile = DocumentPlan(
    fileName: "../../hostile \u{202E}*/\nlet x = 1.arazzo.json", title: text,
    servers: [
      ServerPlan(source: "1st", url: string, description: text),
      ServerPlan(source: "1st", url: "/relative", choices: choices), .api,
    ],
    workflows: [
      workflow("string"), workflow("String"), workflow("import"), workflow("***"),
    ])

  private static let choices = [
    ServerChoicePlan(
      name: text, description: text, url: [.text(string), .variable("self"), .variable("1st")],
      variables: [
        ServerVariablePlan(
          name: "self", defaultValue: "", values: ["", "self", "init", string], description: text),
        ServerVariablePlan(name: "1st", defaultValue: string, values: [], description: text),
      ]),
    ServerChoicePlan(
      description: "Server", url: [.text("/"), .variable("String")],
      variables: [ServerVariablePlan(name: "String", defaultValue: "a", values: ["a"])]),
    ServerChoicePlan(url: [.text("/")], variables: []),
    ServerChoicePlan(url: [], variables: []),
  ]

  private static func workflow(_ id: String) -> WorkflowPlan {
    let variables = ["self", "request", "inputs", "in", "error"].map { VariablePlan("init", $0) }
    let fields = [
      "self", "init", "Self", "in", "inout", "hashValue", "jsonValue", "Type", "1st", "***", "",
      "user_id", "userId", "user id", "\u{202E}", "é", "a\nb", "CodingKeys",
    ]
    return WorkflowPlan(
      id, text, description: text,
      inputs: StructPlan(
        path: [], description: text,
        fields: fields.map { FieldPlan($0, about: text, notes: [text]) } + [
          FieldPlan("string", .structure(nested("string"))),
          FieldPlan("type", .structure(nested("type"))),
          FieldPlan("kind", .enumeration(kinds)),
        ]),
      outputs: variables.map { OutputPlan($0.output, from: text) },
      endings: [.completed, .success("completed"), .success("init"), .failure("outputs")],
      steps: [
        StepPlan(
          "init", text,
          call: .request(
            "GET", string,
            [.query(string, .string(string)), .query("b", .text(.string(string), .input("self")))],
            body: BodyPlan(
              contentType: string, value: .object([string: .string(string)]), isRequired: false),
            operationID: string),
          criteria: [CriterionPlan(string, .status(.equal, 200))],
          outputs: variables.map { $0.read(string) },
          onSuccess: [
            ActionPlan(
              "completed \n*/", when: .status(200),
              then: .end(.success("completed"), outputs: variables.map(ValuePlan.variable))),
            ActionPlan(
              "init", when: .strict(string, equals: string),
              then: .end(.success("init"), outputs: variables.map(ValuePlan.variable))),
          ],
          otherwise: .step("default", carrying: variables.map(ValuePlan.variable), wait: nil)),
        StepPlan(
          "default", carried: variables, call: .request("GET", "/"),
          otherwise: .end(.completed, outputs: variables.map(ValuePlan.variable)),
          onFailure: [
            ActionPlan(
              "outputs",
              then: .end(.failure("outputs"), outputs: variables.map(ValuePlan.variable)))
          ]),
      ], isMachine: id == "import")
  }

  private static func nested(_ name: String) -> StructPlan {
    StructPlan(
      path: [name], description: text, fields: [FieldPlan("string"), FieldPlan("secret", .secret)])
  }

  private static let kinds = EnumPlan(
    path: ["kind"], description: text,
    values: ["none", "init", "self", "", " ", "<", "ID", "id", string])
}
