import ArazzoRuntime
import ExampleServers
import RulesExample
import Testing

/// The rule V10, on generated code that runs: `null`, missing and a value are three things.
@Suite("Rules: null")
struct NullRuleTests {
  let stage = Stage()

  private func change(
    _ inputs: ChangeTask.Inputs, task: String
  ) async throws -> (requests: [ReceivedRequest], outcome: ChangeTask.Outcome) {
    try await StandIn.serve(
      ScriptedAPI([
        "GET /tasks/t1": [.json(task)], "PATCH /tasks/t1": [.json(#"{"state": "made"}"#)],
      ])
    ) { server in
      let outcome = try await changeTask(inputs, client: stage.client(for: server))
      return (await server.requests, outcome)
    }
  }

  private static let bare = #"{"owner": "Ada", "state": "made"}"#
  private static let empty = #"""
    {"owner": null, "label": null, "state": "made", "ratings": [3, null],
    "author": {"name": null}}
    """#

  @Test func v10_anInputThatIsNullIsSentAsNull() async throws {
    let inputs = ChangeTask.Inputs(
      id: "t1", note: .null, due: .null, marks: ["new", .null],
      place: .value(.init(room: .null, floor: 2)))
    let body = try #require(try await change(inputs, task: Self.bare).requests[1].json)
    #expect(body["note"] == .null && body["due"] == .null && body["kind"] == .null)
    #expect(body["marks"] == ["new", .null])
    #expect(body["place"] == ["room": .null, "floor": 2])
    #expect(body["room"] == .null)
  }

  @Test func v10_anInputThatIsLeftOutIsNotSent() async throws {
    let inputs = ChangeTask.Inputs(id: "t1", due: "2026-01-31", kind: .value(.small))
    let body = try #require(try await change(inputs, task: Self.bare).requests[1].json)
    #expect(body == ["due": "2026-01-31", "kind": "small", "owner": "Ada"])
  }

  @Test func v10_anObjectThatIsNullHasNoMembers() async throws {
    let inputs = ChangeTask.Inputs(id: "t1", due: .null, place: .null)
    let body = try #require(try await change(inputs, task: Self.bare).requests[1].json)
    #expect(body["place"] == .null && body["room"] == nil)
  }

  @Test func v10_inputsAreDecodedWithTheirNulls() throws {
    let given = try decode(#"{"id": "t1", "note": null, "due": null}"#, as: ChangeTask.Inputs.self)
    #expect(given.note == .null && given.due == .null && given.kind == .null && given.place == nil)
    let left = try decode(#"{"id": "t1", "due": "2026-01-31"}"#, as: ChangeTask.Inputs.self)
    #expect(left.note == nil && left.due == "2026-01-31")
    #expect(throws: DecodingError.self) { try decode(#"{"id": "t1"}"#, as: ChangeTask.Inputs.self) }
  }

  @Test func v10_aNullOfAResponseIsNullInTheNextBody() async throws {
    let inputs = ChangeTask.Inputs(id: "t1", due: .null)
    let body = try #require(try await change(inputs, task: Self.empty).requests[1].json)
    #expect(body["owner"] == .null && body["label"] == .null)
    #expect(body["ratings"] == [3, .null])
    #expect(body["author"] == ["name": .null] && body["authorName"] == .null)
    #expect(body["title"] == "For null")
  }

  @Test func v10_aNullOfAResponseIsNullInOutputs() async throws {
    let outcome = try await change(.init(id: "t1", due: .null), task: Self.empty).outcome
    let outputs = ChangeTask.Outputs(
      owner: .null, label: .null, ratings: [3, .null], author: .value(["name": .null]),
      authorName: .null)
    #expect(outcome == .unowned(outputs))
    #expect(try saved(outputs) == outputs)
    #expect(
      try json(of: outcome)["outputs"] == [
        "owner": .null, "label": .null, "ratings": [3, .null], "author": ["name": .null],
        "authorName": .null,
      ])
  }

  @Test func v10_whatIsMissingInAResponseIsMissingInOutputs() async throws {
    let outcome = try await change(.init(id: "t1", due: .null), task: Self.bare).outcome
    #expect(outcome == .completed(.init(owner: "Ada")))
    #expect(try saved(outcome.outputs) == outcome.outputs)
    #expect(try json(of: outcome)["outputs"] == ["owner": "Ada"])
  }

  @Test func v10_aSavedStateKeepsNull() throws {
    let null = ChangeTask.State.change(
      task: ["label": .null], owner: .null, label: .null, ratings: [.null], author: .null,
      authorName: .null)
    #expect(try saved(null) == null)
    let missing = ChangeTask.State.change(
      task: nil, owner: "Ada", label: nil, ratings: nil, author: nil, authorName: nil)
    #expect(try saved(missing) == missing)
  }

  @Test func v10_aCalledWorkflowGetsNullAsNull() async throws {
    try await StandIn.serve(
      ScriptedAPI([
        "GET /tasks/t1": [.json(Self.empty)], "GET /tasks/t2": [.json(Self.bare)],
        "PATCH /tasks/t2": [.json(#"{"state": "made"}"#)],
      ])
    ) { server in
      let outputs = try await handOver(
        .init(from: "t1", to: "t2"), client: stage.client(for: server))
      #expect(outputs.owner == "Ada")
      let body = try #require(await server.requests.first { $0.method == "PATCH" }?.json)
      #expect(body["note"] == .null && body["due"] == .null)
    }
  }

  @Test func v10_aCalledWorkflowGetsAValueWhereNullMayBe() async throws {
    try await StandIn.serve(
      ScriptedAPI([
        "GET /tasks/t1": [.json(Self.bare)], "PATCH /tasks/t1": [.json(#"{"state": "made"}"#)],
      ])
    ) { server in
      let client = stage.client(for: server)
      try await setNote(.init(id: "t1", due: "2026-01-31"), client: client)
      try await setNote(.init(id: "t1", note: "Call", due: "2026-01-31"), client: client)
      let changes = try await server.requests.filter { $0.method == "PATCH" }.map { try $0.json }
      let common: JSONValue = [
        "due": "2026-01-31", "kind": "small", "marks": ["new", .null], "place": .null,
        "owner": "Ada",
      ]
      #expect(changes.first == common)
      #expect(changes.last??["note"] == "Call")
    }
  }

  @Test func v3_nullIsNotSentInAQueryOrAHeader() async throws {
    let request = try await change(.init(id: "t1", note: .null, due: .null), task: Self.bare)
      .requests[1]
    #expect(request.query.isEmpty && request.header("X-Note") == nil)
    let other = try await change(.init(id: "t1", note: "Call", due: .null), task: Self.bare)
      .requests[1]
    #expect(other.query == "note=Call" && other.header("X-Note") == "Call")
  }

  @Test func v3_nullInAPathIsAnErrorBeforeSending() async throws {
    try await StandIn.serve(
      ScriptedAPI(["GET /people/Ada/tasks": [.json("[]")], "GET /tasks/t1": [.json(Self.empty)]])
    ) { server in
      let client = stage.client(for: server)
      let given = try await failure { () async throws(WorkflowError) in
        try await listTasks(.init(id: "t1", person: .null), client: client)
      }
      #expect("\(given)".contains("$inputs.person is missing"))
      #expect(await server.requests.isEmpty)
      let read = try await failure { () async throws(WorkflowError) in
        try await listTasks(.init(id: "t1", person: "Ada"), client: client)
      }
      #expect("\(read)".contains("/owner in the response: expected a string"))
      #expect(await server.requests.count == 2)
    }
  }

  @Test func v10_rulesOfAnInputDoNotHoldForNull() async throws {
    let long = ChangeTask.Inputs(id: "t1", note: "x", due: .null)
    #expect(throws: InvalidInput.self) { try long.validate() }
    let inner = ChangeTask.Inputs(id: "t1", due: .null, place: .value(.init(room: "x")))
    #expect(throws: InvalidInput.self) { try inner.validate() }
    try ChangeTask.Inputs(id: "t1", note: .null, due: .null, place: .null).validate()
  }
}
