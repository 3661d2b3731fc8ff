import ArazzoRuntime
import ExampleServers
import RulesExample
import Testing

/// The rule H5 for forms, on generated code that runs.
@Suite("Rules: forms")
struct FormRuleTests {
  let stage = Stage()
  static let form = "application/x-www-form-urlencoded"

  private func sent<Result>(
    _ run: @escaping @Sendable (WorkflowClient) async throws(WorkflowError) -> Result
  ) async throws -> (request: ReceivedRequest, result: Result) {
    try await StandIn.serve(ScriptedAPI(["POST /sessions": [.json(#"{"id": "s1"}"#)]])) { server in
      let result = try await run(stage.client(for: server))
      return (try #require(await server.requests.first), result)
    }
  }

  @Test func h5_formFieldsAreWrittenAsTheOperationSays() async throws {
    let inputs = OpenSession.Inputs(
      mode: "pay now", price: 5, note: "you & me", tags: ["x y", "z"], address: ["city": "Ulm"])
    let (request, outputs) = try await sent { client throws(WorkflowError) in
      try await openSession(inputs, client: client)
    }
    #expect(
      request.text == "mode=pay+now&note=about+you+%26+me&tags=x+y,z"
        + "&items%5B0%5D%5Bprice%5D=5&items%5B0%5D%5Btext%5D=a%26b"
        + "&address=%7B%22city%22%3A%22Ulm%22%7D&limit=10")
    #expect(request.header("Content-Type") == Self.form)
    #expect(outputs.id == "s1")
    #expect(outputs.sent == 5)
  }

  @Test func v3_missingFormFieldsAreNotSent() async throws {
    let (request, _) = try await sent { client throws(WorkflowError) in
      try await openSession(.init(mode: "m", price: 1, address: .null), client: client)
    }
    #expect(
      request.text == "mode=m&items%5B0%5D%5Bprice%5D=1&items%5B0%5D%5Btext%5D=a%26b&limit=10")
  }

  @Test func templates_noValueAddsAFieldToAFormThatIsText() async throws {
    let (request, _) = try await sent { client throws(WorkflowError) in
      try await openSessionByText(.init(mode: "a&mode=b", note: "50%"), client: client)
    }
    #expect(request.text == "mode=a%26mode%3Db&note=about+50%25&tags=a%26b")
    #expect(request.header("Content-Type") == Self.form)
    let (short, _) = try await sent { client throws(WorkflowError) in
      try await openSessionByText(.init(mode: "m"), client: client)
    }
    #expect(short.text == "mode=m&tags=a%26b")
  }

  @Test func h5_aFormMayBeAnInput() async throws {
    let (request, _) = try await sent { client throws(WorkflowError) in
      try await openSessionWith(.init(form: ["mode": "a", "tags": ["b", "c"]]), client: client)
    }
    #expect(request.text == "mode=a&tags=b,c")
  }

  @Test func v3_aMissingPayloadIsNoBody() async throws {
    let (request, _) = try await sent { client throws(WorkflowError) in
      try await openSessionWith(.init(), client: client)
    }
    #expect(request.text.isEmpty)
    #expect(request.header("Content-Type") == nil)
  }
}
