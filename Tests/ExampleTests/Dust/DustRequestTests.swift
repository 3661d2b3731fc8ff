import ArazzoRuntime
import DustExample
import ExampleServers
import Testing

@Suite("Dust: what is sent")
struct DustRequestTests {
  let stage = Stage()

  @Test("an input that is not given leaves its member out of the body")
  func configLeftOut() async throws {
    #expect(
      try await creation(.example).json == [
        "specification_hash": "5f2d0c", "inputs": [["question": "5*7"]],
        "blocking": false, "stream": false,
      ])
  }

  @Test("an input that is null is sent as null, an empty one as empty")
  func nullAndEmpty() async throws {
    let inputs = RunAppAndPoll.Inputs.example {
      $0.config = .null
      $0.inputs = []
    }
    #expect(
      try await creation(inputs).json == [
        "specification_hash": "5f2d0c", "config": .null, "inputs": [],
        "blocking": false, "stream": false,
      ])
  }

  @Test("a free-form input arrives with its order and its digits")
  func configSent() async throws {
    let text = #"{"MODEL":{"use_cache":false,"seed":12345678901234567890,"ratio":1.50}}"#
    let config = try JSONValue(parsing: text)
    let body = try await creation(.example { $0.config = config }).body
    #expect(String(decoding: body, as: UTF8.self).contains(#""config":\#(text)"#))
  }

  @Test("the token goes into the header of every request, the body says that it is JSON")
  func headers() async throws {
    try await StandIn.serve(DustAPI()) { dust in
      _ = try await runAppAndPoll(.example, client: stage.client(for: dust))
      let requests = await dust.requests
      #expect(
        requests.map { $0.header("Authorization") }
          == .init(repeating: "Bearer sk-example", count: 2))
      #expect(requests.map { $0.header("Content-Type") } == ["application/json", nil])
    }
  }

  @Test("a value can't climb out of its place in the path")
  func pathIsEncoded() async throws {
    let request = try await creation(.example { $0.wID = "a/../b?c#d é" })
    #expect(
      request.path
        == "/api/v1/w/a%2F..%2Fb%3Fc%23d%20%C3%A9/spaces/research/apps/multiply/runs")
    #expect(request.query == "")
  }

  /// The request that creates a run with these inputs.
  private func creation(_ inputs: RunAppAndPoll.Inputs) async throws -> ReceivedRequest {
    try await StandIn.serve(DustAPI()) { dust in
      _ = try await runAppAndPoll(inputs, client: stage.client(for: dust))
      return try #require(await dust.requests.first)
    }
  }
}
