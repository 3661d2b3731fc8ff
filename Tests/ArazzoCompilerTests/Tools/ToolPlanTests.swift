import Testing

@testable import ArazzoCompiler

@Suite("Workflows as tools: their names and schemas")
struct ToolPlanTests {
  private func tools(_ workflows: String) throws -> [ToolPlan] {
    let compilation = try Compilation(workflows: workflows)
    var plan = compilation.plan
    #expect(plan.tools == nil)
    plan.describeTools()
    return try #require(plan.tools)
  }

  private func tool(inputs: String) throws -> ToolPlan {
    let tools = try tools(
      """
      - workflowId: flow
        inputs: \(inputs)
        steps: [{stepId: list, operationId: listParcels}]
      """)
    return try #require(tools.first)
  }

  @Test(
    "Each input has its schema",
    arguments: [
      ("{type: string}", #"{"type":"string"}"#),
      (
        "{type: string, format: email, minLength: 3, default: a@b.c, description: Whom.}",
        #"{"type":"string","format":"email","minLength":3,"description":"Whom.","default":"a@b.c"}"#
      ),
      ("{type: string, enum: [a, b]}", #"{"type":"string","enum":["a","b"]}"#),
      (
        "{type: [string, 'null'], enum: [a, b, null]}",
        #"{"anyOf":[{"type":"string","enum":["a","b"]},{"type":"null"}]}"#
      ),
      ("{type: [string, 'null'], maxLength: 5}", #"{"type":["string","null"],"maxLength":5}"#),
      (
        "{type: integer, exclusiveMinimum: 1, maximum: 1.50e1}",
        #"{"type":"integer","maximum":1.50e1,"exclusiveMinimum":1}"#
      ),
      ("{type: number, enum: [1, 2.5]}", #"{"type":"number","enum":[1,2.5]}"#),
      ("{type: string, format: date-time}", #"{"type":"string","format":"date-time"}"#),
      ("{type: string, format: uuid}", #"{"type":"string","format":"uuid"}"#),
      ("{type: string, format: byte}", #"{"type":"string","contentEncoding":"base64"}"#),
      ("{type: string, pattern: '^a+$'}", #"{"type":"string","pattern":"^a+$"}"#),
      ("{type: object}", #"{"type":"object"}"#), ("{}", "{}"),
      ("{type: array, items: {type: object}}", #"{"type":"array","items":{"type":"object"}}"#),
      (
        "{type: array, minItems: 1, items: {type: string, minLength: 2}}",
        #"{"type":"array","items":{"type":"string","minLength":2},"minItems":1}"#
      ),
      (
        "{type: object, additionalProperties: {type: integer}}",
        #"{"type":"object","additionalProperties":{"type":"integer"}}"#
      ),
      (
        "{type: object, required: [x], properties: {x: {type: boolean}, y: {type: string}}}",
        #"{"type":"object","properties":{"x":{"type":"boolean"},"y":{"type":"string"}},"required":["x"]}"#
      ),
    ])
  func inputs(schema: String, expected: String) throws {
    let tool = try tool(inputs: "{type: object, properties: {x: \(schema)}}")
    #expect(tool.input.member("properties")?.member("x")?.json == expected)
    #expect(tool.input.member("additionalProperties") == .bool(false))
  }

  @Test(
    "A required input is required unless it has a default; text is shown without hidden characters")
  func required() throws {
    let tool = try tool(
      inputs: """
        {type: object, required: [a, b], properties: {a: {type: string, description: "x\\u200by\\e[1m"}, \
        b: {type: string, default: c}, c: {type: string}}}
        """)
    #expect(tool.input.names(of: "required") == ["a"] && tool.ending == "completed")
    #expect(
      tool.input.member("properties")?.member("a")?.json
        == #"{"type":"string","description":"xy[1m"}"#)
  }

  @Test("An object that holds itself is a definition")
  func recursion() throws {
    let tools = try tools(
      """
      - workflowId: flow
        inputs:
          type: object
          properties: {tree: {$ref: '#/components/inputs/tree'}}
        steps: [{stepId: list, operationId: listParcels}]
      components:
        inputs:
          tree:
            type: object
            properties: {children: {type: array, items: {$ref: '#/components/inputs/tree'}}}
      """)
    let input = try #require(tools.first?.input)
    #expect(input.member("properties")?.member("tree")?.json == ##"{"$ref":"#/$defs/tree"}"##)
    #expect(
      input.member("$defs")?.json
        == ##"{"tree":{"type":"object","properties":{"children":{"type":"array","items":{"$ref":"#/$defs/tree"}}}}}"##
    )
  }

  @Test("Secrets are no arguments, wherever they are")
  func secrets() throws {
    let tool = try tool(
      inputs: """
        {type: object, required: [token], properties: {token: {type: string, format: password}, \
        login: {type: object, required: [code], properties: {user: {type: string}, \
        code: {type: string, format: password}}}, \
        keys: {type: array, items: {type: string, format: password}}}}
        """)
    #expect(
      tool.input.json
        == #"{"type":"object","properties":{"login":{"type":"object","properties":{"user":{"type":"string"}}}},"additionalProperties":false}"#
    )
    #expect(tool.secrets.map(\.path) == [["token"], ["login", "code"], ["keys"]])
    #expect(tool.secrets.map(\.isRequired) == [true, true, false])
    #expect(tool.secrets.map(\.isJSON) == [false, false, true])
  }

  @Test("The inputs of a workflow that runs first are in one argument")
  func dependencies() throws {
    let tools = try tools(
      """
      - workflowId: first
        inputs: {type: object, required: [a], properties: {a: {type: string}, t: {type: string, format: password}}}
        steps: [{stepId: list, operationId: listParcels}]
      - workflowId: second
        dependsOn: [first]
        inputs: {type: object, properties: {first: {type: integer}}}
        steps: [{stepId: list, operationId: listParcels}]
      """)
    let tool = try #require(tools.last)
    #expect(tool.dependencies.map(\.argument) == ["firstInputs"])
    let inner = tool.input.member("properties")?.member("firstInputs")
    #expect(inner?.member("properties")?.json == #"{"a":{"type":"string"}}"#)
    #expect(inner?.member("additionalProperties") == .bool(false))
    #expect(tool.input.names(of: "required") == ["firstInputs"])
    #expect(tool.secrets.map(\.workflow) == ["first"])
  }

  @Test(
    "An argument is required also where the workflow that runs first needs nothing but a secret")
  func dependencySecret() throws {
    let tools = try tools(
      """
      - workflowId: first
        inputs: {type: object, required: [t], properties: {t: {type: string, format: password}}}
        steps: [{stepId: list, operationId: listParcels}]
      - workflowId: second
        dependsOn: [first]
        steps: [{stepId: list, operationId: listParcels}]
      """)
    #expect(tools.last?.input.names(of: "required") == ["first"])
  }

  @Test("Endings with the same outputs share a schema, and types of responses are definitions")
  func outputs() throws {
    let tools = try tools(
      """
      - workflowId: flow
        steps:
          - stepId: make
            operationId: createParcel
            successCriteria: [{condition: $statusCode == 201}]
            outputs: {id: $response.body#/id, where: $response.body#/address}
            onSuccess:
              - {name: done, type: end, criteria: [{condition: $response.body#/paid == true}]}
            onFailure: [{name: refused, type: end}]
        outputs: {id: $steps.make.outputs.id, where: $steps.make.outputs.where}
      """)
    let output = try #require(tools.first?.output)
    #expect(tools.first?.ending == nil)
    guard case .array(let endings)? = output.member("anyOf") else {
      Issue.record("\(output.json)")
      return
    }
    #expect(endings.count == 3)
    #expect(
      endings[0].json
        == ##"{"properties":{"ending":{"type":"string","enum":["completed","done"]},"outputs":{"$ref":"#/$defs/outputs"}},"required":["ending","outputs"]}"##
    )
    #expect(
      endings[1].json
        == ##"{"properties":{"ending":{"const":"refused"},"failed":{"const":true},"error":{"$ref":"#/$defs/error"}},"required":["ending","failed"]}"##
    )
    #expect(endings[2].names(of: "required") == ["error"])
    let outputs = output.member("$defs")?.member("outputs")
    #expect(outputs?.names(of: "required") == ["id", "where"])
    guard
      case .string(let reference)? = outputs?.member("properties")?.member("where")?.member("$ref")
    else {
      Issue.record("\(output.json)")
      return
    }
    let name = String(reference.dropFirst("#/$defs/".count))
    let address = output.member("$defs")?.member(name)
    #expect(address?.member("properties")?.member("floor")?.json == #"{"type":["integer","null"]}"#)
    #expect(address?.has("required") == false)
  }

  @Test("A secret output is a placeholder")
  func secretOutput() throws {
    let tools = try tools(
      """
      - workflowId: flow
        steps:
          - {stepId: ask, operationId: logIn, outputs: {pin: $response.body#/pin}}
        outputs: {pin: $steps.ask.outputs.pin}
      """)
    let outputs = tools.first?.output.member("$defs")?.member("outputs")
    #expect(
      outputs?.member("properties")?.member("pin")?.json == #"{"type":"string","const":"<secret>"}"#
    )
  }

  @Test("Names have only letters, digits, '_' and '-', at most 64, and are unique")
  func names() {
    let long = String(repeating: "a", count: 80)
    let names = ToolNames(["run-app", "run app", "run.app", "größe", "工", "", long, long]).names
    #expect(
      names == [
        "run-app", "run-app-2", "run-app-3", "gr-e", "workflow", "workflow-2",
        String(repeating: "a", count: 64), String(repeating: "a", count: 62) + "-2",
      ])
  }
}

extension LiteralPlan {
  /// The value as compact JSON.
  var json: String {
    switch self {
    case .null: "null"
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): "\"\(text)\""
    case .array(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\"\($0.name)\":\($0.value.json)" }.joined(separator: ",") + "}"
    }
  }
}
