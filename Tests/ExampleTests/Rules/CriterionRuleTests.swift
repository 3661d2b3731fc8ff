import ArazzoRuntime
import ExampleServers
import RulesExample
import Testing

/// The rules C3 to C6 and C8 and the dialects P4 and P5, on generated code that runs.
@Suite("Rules: criteria that are queries or patterns")
struct CriterionRuleTests {
  let stage = Stage()

  private func query(
    _ body: String, limit: Int? = nil, type: String = "application/json"
  ) async throws -> QueryJobs.Outcome {
    let answer = Answer.json(body, headers: ["Content-Type": type])
    return try await StandIn.serve(ScriptedAPI(["GET /jobs": [answer]])) { server in
      try await queryJobs(.init(limit: limit), client: stage.client(for: server))
    }
  }

  private func compare(
    _ body: String, state: String? = nil, type: String = "application/json"
  ) async throws -> CompareJobs.Outcome {
    let answer = Answer.json(body, headers: ["Content-Type": type])
    return try await StandIn.serve(ScriptedAPI(["GET /jobs": [answer]])) { server in
      try await compareJobs(.init(state: state), client: stage.client(for: server))
    }
  }

  private func read(
    _ page: String, word: String? = nil, headers: [String: String] = [:]
  ) async throws -> ReadPage.Outcome {
    let answer = Answer.text(page, headers: headers)
    return try await StandIn.serve(ScriptedAPI(["GET /page": [answer]])) { server in
      try await readPage(.init(word: word), client: stage.client(for: server))
    }
  }

  @Test func c3_regexFindsAMatchAnywhereUnlessAnchored() async throws {
    #expect(try await read("\nan Error 404.1!") == .errors)
    #expect(try await read("error 40, not more") == .completed)
  }

  @Test func c3_whatDoesNotMatchFailsTheStepAndIsNamed() async throws {
    let script = ["GET /page": [Answer.page(status: 404)]]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let error = try await failure { () async throws(WorkflowError) in
        try await readPage(.init(), client: stage.client(for: server))
      }
      #expect(error.code == .criterionFailed)
      #expect("\(error)".contains(#"^2\d\d$"#))
    }
  }

  @Test func c3_missingContextIsFalse() async throws {
    #expect(try await read("text") == .completed)
    #expect(try await read("text", headers: ["X-Kind": "a"]) == .missing)
  }

  @Test(arguments: ["{}", #"{"note": null}"#, "null", "[]", #""text""#])
  func c9_nothingHoldsOfNull(body: String) async throws {
    try await StandIn.serve(ScriptedAPI(["GET /jobs": [Answer.json(body)]])) { server in
      let outcome = try await askNothing(client: stage.client(for: server))
      #expect(outcome == .completed)
    }
  }

  @Test func c4_aQueryHoldsWhenItFindsANode() async throws {
    let jobs = #"{"jobs": [{"state": "ok", "cost": 5, "id": 1}, {"state": "ok"}]}"#
    #expect(try await query(jobs, limit: 5) == .affordable)
    #expect(try await query(jobs, limit: 4) == .completed)
    #expect(try await query(#"{"jobs": [{}, {"final": null}, {}, {}]}"#) == .last)
  }

  @Test func c4_functionsAndDescendantsOfTheRFC() async throws {
    let job = #"{"name": "job-abc", "tags": [1, 2]}"#
    #expect(try await query(#"{"a": [{"jobs": [\#(job)]}], "tags": [3, 4]}"#) == .named)
    #expect(try await query(#"{"jobs": [\#(job)], "tags": [3]}"#) == .completed)
    #expect(
      try await query(#"{"jobs": [\#(job)], "tags": [3, 4], "banned": "b[a-c]"}"#) == .completed)
  }

  @Test func c4_theDraftIsReadWhereADocumentNamesIt() async throws {
    #expect(try await query(#"{"queue": {"entries": [[""], ["abc"]]}}"#) == .waiting)
    #expect(try await query(#"{"queue": {"entries": [["abc"], ["ab"]]}}"#) == .completed)
  }

  @Test func c6_aMissingValueMakesTheCriterionFalse() async throws {
    #expect(try await query(#"{"jobs": [{"state": "ok"}]}"#) == .completed)
    #expect(try await compare(#"{"jobs": [{"state": "done"}], "name": 1}"#) == .completed)
    #expect(try await read("aa", word: nil) == .completed)
  }

  @Test func c8_aBodyThatIsNoJSONHoldsNothing() async throws {
    #expect(try await compare("{}", state: "done") == .different)
    #expect(try await compare("{}", state: "done", type: "text/plain") == .completed)
    #expect(try await query(#"{"jobs": [{"last": 1}]}"#, type: "text/plain") == .completed)
  }

  @Test func p4_aComparisonHoldsWhenSomeNodeSatisfiesIt() async throws {
    let jobs = #"{"jobs": [{"state": "done", "name": "a"}, {"state": "done"}], "#
    #expect(try await compare(jobs + #""names": ["b", "a"]}"#, state: "done") == .twins)
    #expect(try await compare(jobs + #""names": ["b"]}"#, state: "Done") == .different)
    #expect(try await compare(jobs + #""names": ["b"], "name": 1}"#, state: "done") == .completed)
    #expect(
      try await compare(#"{"jobs": [{"cost": 10}, {"cost": 11}], "name": 1}"#) == .twins)
    #expect(
      try await compare(#"{"jobs": [{"cost": 10, "a": 1}], "name": 1}"#) == .completed)
    #expect(try await compare(#"{"status": "failed"}"#) == .unnamed)
  }

  @Test func p5_aFilterIsTriedOnTheObjectItself() async throws {
    #expect(try await compare(#"{"status": "ok"}"#) == .single)
    #expect(try await compare(#"[{"status": "ok"}]"#) == .single)
    #expect(try await compare(#"{"status": "OK", "name": "x"}"#) == .completed)
  }
}
