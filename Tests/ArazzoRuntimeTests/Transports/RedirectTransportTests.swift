import LoopbackWire
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Redirects over real sockets", .timeLimit(.minutes(5)))
struct RedirectTransportTests {
  @Test(
    "H4: a redirect to another origin loses credentials; a POST is not followed; keep keeps",
    arguments: TransportKind.allCases)
  func h4_redirects(kind: TransportKind) async throws {
    let target = WireServer.answering { request, connection in
      try await connection.answer("200 OK", [], "{\"token\":\(request.fields("Authorization"))}")
    }
    try await WireServer.serve(target) { elsewhere in
      let source = WireServer.answering { request, connection in
        switch request.line {
        case "GET /away":
          try await connection.answer("302 Found", ["Location: \(elsewhere)/x"], "gone on")
        case "GET /near", "POST /near":
          try await connection.answer("307 Temporary Redirect", ["Location: /home"], "gone on")
        default:
          try await connection.answer(
            "200 OK", [], "{\"token\":\(request.fields("Authorization"))}")
        }
      }
      try await WireServer.serve(source) { url in
        let run = kind.run(url)
        func send(_ method: String, _ path: String, _ policy: RedirectPolicy = .follow) async throws
          -> StepResponse
        {
          let request = run.request(
            step: "fetch", method: method, path: path, server: .api, redirects: policy)
          request.setHeader("Authorization", bearer: Secret("t"))
          return try await run.send(request)
        }
        let away = try await send("GET", "/away")
        #expect(away.body["token"] == [])
        let near = try await send("GET", "/near")
        #expect(near.body["token"] == ["Bearer t"])
        let posted = try await send("POST", "/near")
        #expect(posted.statusCode == 307)
        let kept = try await send("GET", "/away", .keep)
        #expect(kept.statusCode == 302)
        #expect(kept.header("Location") == "\(elsewhere)/x")
      }
    }
  }
}
