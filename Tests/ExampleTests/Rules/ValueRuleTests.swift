import ArazzoRuntime
import ExampleServers
import RulesExample
import Testing

/// The rules V1 to V7, on generated code that runs.
@Suite("Rules: values")
struct ValueRuleTests {
  let stage = Stage()
  static let added = #"{"id": "n1", "size": 12, "ratio": 0.10, "note": null}"#

  private func added(
    _ inputs: AddNote.Inputs, answer: Answer = .json(added, status: 201)
  ) async throws -> (request: ReceivedRequest, outputs: AddNote.Outputs) {
    try await StandIn.serve(ScriptedAPI(["POST /notes": [answer]])) { server in
      let outputs = try await addNote(inputs, client: stage.client(for: server))
      return (try #require(await server.requests.first), outputs)
    }
  }

  @Test func v1_wholeExpressionKeepsItsType() async throws {
    let body = try await added(.init(stars: 5, detail: ["a": [1, true]])).request.json
    #expect(body?["stars"] == 5)
    #expect(body?["detail"] == ["a": [1, true]])
  }

  @Test func v1_bracedExpressionsAreText() async throws {
    let body = try await added(.init(stars: 5, detail: ["a": [1, true]])).request.json
    #expect(body?["label"] == #"5 stars: {"a":[1,true]}"#)
  }

  @Test func v2_aDollarThatNamesNothingIsText() async throws {
    let body = try await added(.init(stars: 5)).request.json
    #expect(body?["query"] == "$.items[0]")
    #expect(body?["price"] == "costs $5")
  }

  @Test func v3_missingOptionalInputLeavesTheMemberOut() async throws {
    let request = try await added(.init(stars: 5)).request
    let body = try request.json
    #expect(body == ["stars": 5, "query": "$.items[0]", "price": "costs $5", "tags": ["one"]])
    #expect(request.header("X-Trace") == nil)
    #expect(request.header("Cookie") == nil)
  }

  @Test func v3_nullThatWasThereIsNull() async throws {
    let (request, outputs) = try await added(.init(stars: 5, detail: .null))
    #expect(try request.json?["detail"] == .null)
    #expect(outputs.note == .null)
    #expect(try saved(outputs).note == .null)
    #expect(try decode(#"{"stars": 1, "detail": null}"#, as: AddNote.Inputs.self).detail == .null)
  }

  @Test func v3_missingPathParameterIsAnErrorBeforeSending() async throws {
    try await StandIn.serve(ScriptedAPI(["POST /notes": [.json("{}", status: 200)]])) { server in
      let error = try await failure { () async throws(WorkflowError) in
        try await readNote(.init(), client: stage.client(for: server))
      }
      #expect("\(error)".contains("$inputs.noteId"))
      #expect("\(error)".contains("read"))
      #expect(await server.requests.map(\.method) == ["POST"])
    }
  }

  @Test func v4_aNameMayHoldDots() async throws {
    let body = try await added(.init(stars: 5, metaKind: "draft")).request.json
    #expect(body?["kind"] == "draft")
  }

  @Test func v5_headerNamesHaveNoCase() async throws {
    let answer = Answer.json(Self.added, status: 201, headers: ["LOCATION": "/notes/n1"])
    #expect(try await added(.init(stars: 5), answer: answer).outputs.place == "/notes/n1")
  }

  @Test func v6_integersKeepEveryDigit() async throws {
    let large = Int.max
    let answer = Answer.json(#"{"id": "n1", "size": \#(large)}"#, status: 201)
    let (request, outputs) = try await added(.init(stars: large), answer: answer)
    #expect(try request.json?["stars"] == JSONValue(large))
    #expect(outputs.size == large)
  }

  @Test func v7_theSchemasDefaultIsTheInitialisersAndDecodings() async throws {
    #expect(AddNote.Inputs(stars: 1).folder == "inbox")
    #expect(try decode(#"{"stars": 1}"#, as: AddNote.Inputs.self).folder == "inbox")
    #expect(try await added(.init(stars: 1)).request.query == "folder=inbox")
  }
}
