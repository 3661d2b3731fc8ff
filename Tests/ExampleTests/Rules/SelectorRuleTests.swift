import ArazzoRuntime
import ExampleServers
import RulesExample
import Testing

/// What Arazzo 1.1 brought, on generated code that runs.
@Suite("Rules: selectors, replacements, query strings")
struct SelectorRuleTests {
  let stage = Stage()
  static let found = #"{"items": [{"sku": "s1", "price": 2}]}"#

  private func ordered(
    _ inputs: OrderItem.Inputs, found: String = found
  ) async throws -> [ReceivedRequest] {
    let script: [String: [Answer]] = [
      "GET /items": [.json(found)], "POST /orders": [.json(#"{"id": "o1"}"#, status: 201)],
    ]
    return try await StandIn.serve(ScriptedAPI(script)) { server in
      let outputs = try await orderItem(inputs, client: stage.client(for: server))
      #expect(outputs.id == "o1")
      return await server.requests
    }
  }

  @Test func selectors_aJSONPointerIsTheValueInItsContext() async throws {
    let requests = try await ordered(.init(customer: .init(id: "c1", city: "Bern")))
    #expect(requests.first?.query == "q=Bern&limit=20")
    #expect(try requests.last?.json?["customer"] == "c1")
    #expect(try requests.last?.json?["sku"] == "s1")
  }

  @Test func selectors_nothingFoundIsMissing() async throws {
    let requests = try await ordered(.init(customer: .init(id: "c1")), found: #"{"items": []}"#)
    #expect(requests.first?.query == "limit=20")
  }

  @Test func replacements_aMissingValueLeavesTheTargetAsItWas() async throws {
    let customer = OrderItem.Inputs.Customer(id: "c1")
    let without = try await ordered(.init(customer: customer), found: #"{"items": []}"#)
    #expect(try without.last?.json == ["sku": "unknown", "customer": "c1", "note": "none"])
    let with = try await ordered(.init(customer: customer, note: "soon"))
    #expect(try with.last?.json == ["sku": "s1", "customer": "c1", "note": "soon"])
  }

  @Test func replacements_theLastTokenIsInsertedWhenMissing() async throws {
    let order: JSONValue = ["lines": ["a"], "color": "red"]
    let requests = try await ordered(.init(customer: .init(id: "c1"), order: order))
    #expect(
      try requests.last?.json?["details"] == [
        "lines": ["a", "c1"], "color": "red", "size": 3,
      ])
  }

  @Test func replacements_nothingFoundIsAnErrorOfTheStep() async throws {
    let script = ["GET /items": [Answer.json(Self.found)]]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let inputs = OrderItem.Inputs(customer: .init(id: "c1"), order: ["lines": 1])
      let error = try await failure { () async throws(WorkflowError) in
        _ = try await orderItem(inputs, client: stage.client(for: server))
      }
      #expect("\(error)".contains("order"))
      #expect("\(error)".contains("/lines/-"))
    }
  }

  @Test func expressions_selfAndTheFieldsOfSourcesAreTheirValues() async throws {
    let requests = try await ordered(.init(customer: .init(id: "c1")))
    #expect(
      requests.first?.header("X-Origin")
        == "https://stock.example/workflows/selectors.arazzo.yaml of stock.openapi.yaml")
  }

  @Test func querystring_isEncodedByItsContent() async throws {
    let answers = ["GET /found": [Answer.json("{}"), .json("{}")], "GET /filtered": [.json("{}")]]
    try await StandIn.serve(ScriptedAPI(answers)) { server in
      let inputs = FindItems.Inputs(word: "a&tag=b", query: "x=1&y=ä b#")
      try await findItems(inputs, client: stage.client(for: server))
      let queries = await server.requests.map(\.query)
      #expect(
        queries == [
          "word=a%26tag%3Db&sort=price", "x=1&y=%C3%A4%20b%23",
          "%7B%22word%22%3A%22a%26tag%3Db%22%2C%22limit%22%3A5%7D",
        ])
    }
  }

  private func changed(
    _ inputs: ChangeOrder.Inputs, found: String
  ) async throws -> (sent: JSONValue?, outputs: ChangeOrder.Outputs) {
    let script: [String: [Answer]] = [
      "GET /items": [.json(found)], "POST /orders": [.json(#"{"id": "o1"}"#, status: 201)],
    ]
    return try await StandIn.serve(ScriptedAPI(script)) { server in
      let outputs = try await changeOrder(inputs, client: stage.client(for: server))
      return (try await server.requests.last?.json, outputs)
    }
  }

  static let order: JSONValue = [
    "lines": [["sku": "a", "price": 1], ["sku": "b", "price": 2], ["sku": "a", "price": 3]]
  ]

  @Test func selectors_aSingularQueryGivesTheValueAnyOtherTheArray() async throws {
    let found = #"{"items": [{"sku": "a", "price": 1}, {"sku": "b", "price": 2}]}"#
    let inputs = ChangeOrder.Inputs(order: Self.order, sku: "a")
    let outputs = try await changed(inputs, found: found).outputs
    #expect(outputs.dear == ["b"])
    #expect(outputs.last == "b")
    #expect(outputs.first == "a")
    let none = try await changed(inputs, found: #"{"items": []}"#).outputs
    #expect(none.dear == nil && none.last == nil && none.first == nil)
  }

  @Test func selectors_anIndexFindsNoMemberThatIsCalledSo() async throws {
    let inputs = ChangeOrder.Inputs(order: Self.order, sku: "a")
    let none = try await changed(inputs, found: #"{"items": {"0": {"sku": "a"}}}"#).outputs
    #expect(none.first == nil && none.last == nil)
  }

  @Test func replacements_aJSONPathReplacesEveryNode() async throws {
    let inputs = ChangeOrder.Inputs(order: Self.order, sku: "a", price: 9)
    let sent = try await changed(inputs, found: Self.found).sent
    #expect(
      sent == [
        "lines": [["sku": "a", "price": 9], ["sku": "b", "price": 2], ["sku": "a", "price": 9]],
        "seen": ["s1"],
      ])
  }

  @Test func c6_aValueInATargetCanNotChangeTheQuery() async throws {
    let inputs = ChangeOrder.Inputs(order: Self.order, sku: "' || true || '", price: 9)
    await #expect(throws: WorkflowError.self) {
      try await changed(inputs, found: Self.found)
    }
  }
}
