import FlyingFox
import Foundation
import Testing

@testable import ArazzoRuntime

@Suite("The default transport over real sockets", .timeLimit(.minutes(5)))
struct URLSessionTransportTests {
  private func run(_ url: URL, limit: Int = 1 << 20, observer: (any WorkflowObserver)? = nil)
    -> WorkflowRun
  {
    WorkflowRun(
      "tidy",
      client: WorkflowClient(baseURL: url, observer: observer, maximumResponseBodySize: limit))
  }

  @Test("a request arrives as it was set, and its response as it was sent")
  func roundTrip() async throws {
    let echo: LoopbackServer.Handler = { request in
      let body = String(decoding: try await request.bodyData, as: UTF8.self)
      let cookie = request.headers[HTTPHeader("Cookie")] ?? ""
      let token = request.headers[.authorization] ?? ""
      let type = request.headers[.contentType] ?? ""
      return LoopbackServer.json(
        #"{"target":"\#(request.target.rawValue)","body":\#(body),"#
          + #""seen":["\#(cookie)","\#(token)","\#(type)"]}"#,
        .created, [HTTPHeader("X-Page"): "7", .setCookie: "stale=1"])
    }
    try await LoopbackServer.serve(echo) { url in
      let run = run(url)
      for _ in 1...2 {
        var request = run.request("make", "POST", "/things/{id}", at: .api)
        try request.setPath("id", "a/ü")
        try request.setQuery("q", "1 &2")
        try request.setCookie("c", "x y")
        try request.setCookie("d", 1)
        try request.setHeader("Authorization", bearer: Secret("t"))
        try request.setJSON(["n": 12_345_678_901_234_567])
        let response = try await run.send(request)
        #expect(response.statusCode == 201)
        #expect(response.header("x-page") == "7")
        #expect(response.body["target"] == "/things/a%2F%C3%BC?q=1%20%262")
        #expect(response.body["body"]?["n"] == 12_345_678_901_234_567)
        #expect(response.body["seen"] == ["c=x%20y; d=1", "Bearer t", "application/json"])
      }
    }
  }

  @Test(
    "every method travels, with and without a body, whatever the status",
    arguments: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
  func methods(method: String) async throws {
    let refuse: LoopbackServer.Handler = { request in
      let count = try await request.bodyData.count
      return LoopbackServer.json(
        "[]", .unauthorized,
        [
          HTTPHeader("X-Seen"): "\(request.method.rawValue) \(count)",
          HTTPHeader("WWW-Authenticate"): "Basic realm=x",
        ])
    }
    try await LoopbackServer.serve(refuse) { url in
      let run = run(url)
      for hasBody in [false, true] {
        if hasBody, ["GET", "HEAD", "OPTIONS"].contains(method) { continue }
        var request = run.request("fetch", method, "/x", at: .api)
        if hasBody { try request.setJSON("text") }
        let response = try await run.send(request)
        #expect(response.statusCode == 401)
        #expect(response.header("X-Seen") == "\(method) \(hasBody ? 6 : 0)")
      }
    }
  }

  @Test("H4: a redirect to another origin loses credentials; a POST is not followed; keep keeps")
  func h4_redirects() async throws {
    let target: LoopbackServer.Handler = { request in
      let token = request.headers[.authorization] ?? "none"
      return LoopbackServer.json(#"{"token":"\#(token)"}"#)
    }
    try await LoopbackServer.serve(target) { elsewhere in
      let source: LoopbackServer.Handler = { request in
        switch request.path {
        case "/away": LoopbackServer.redirect(to: elsewhere.absoluteString + "/x")
        case "/near": LoopbackServer.redirect(to: "/home", .temporaryRedirect)
        default: try await target(request)
        }
      }
      try await LoopbackServer.serve(source) { url in
        let run = run(url)
        func send(_ method: String, _ path: String, _ policy: RedirectPolicy = .follow) async throws
          -> StepResponse
        {
          var request = run.request("fetch", method, path, at: .api, redirects: policy)
          try request.setHeader("Authorization", bearer: Secret("t"))
          return try await run.send(request)
        }
        #expect(try await send("GET", "/away").body["token"] == "none")
        #expect(try await send("GET", "/near").body["token"] == "Bearer t")
        #expect(try await send("POST", "/near").statusCode == 307)
        let kept = try await send("GET", "/away", .keep)
        #expect(kept.statusCode == 302)
        #expect(kept.header("Location") == elsewhere.absoluteString + "/x")
      }
    }
  }

  @Test("H6: a body without an end is read up to the bound")
  func h6_bodyOverTheBound() async throws {
    let endless: LoopbackServer.Handler = { _ in
      HTTPResponse(statusCode: .ok, body: LoopbackServer.endlessBody)
    }
    try await LoopbackServer.serve(endless) { url in
      let run = run(url, limit: 100_000)
      let error = await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
      #expect(error?.code == .responseTooLarge)
    }
  }

  @Test("A7: a refused connection is the failure of a step")
  func a7_connectionRefused() async throws {
    let free = try await LoopbackServer.serve({ _ in LoopbackServer.json("1") }, { $0 })
    let run = run(free)
    let error = await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
    #expect(error?.code == .transport)
    let failure = try run.stepFailure(try #require(error))
    #expect(failure.response == nil)
    #expect(error?.reason == "the server can't be reached")
  }

  @Test("A11: a request that takes too long fails the step")
  func a11_timeout() async throws {
    try await LoopbackServer.serve({ _ in try await LoopbackServer.neverAnswer() }) { url in
      var client = WorkflowClient(baseURL: url)
      client.requestTimeout = .milliseconds(1)
      let run = WorkflowRun("tidy", client: client)
      let error = await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
      #expect(error?.code == .timedOut)
      #expect(error?.reason == "the request took longer than 0.001 seconds")
    }
  }

  @Test("cancelling a task during a request is no failure of a step")
  func cancelDuringRequest() async throws {
    let (arrivals, arrival) = AsyncStream<Void>.makeStream()
    let silent: LoopbackServer.Handler = { _ in
      arrival.yield()
      return try await LoopbackServer.neverAnswer()
    }
    try await LoopbackServer.serve(silent) { url in
      let task = Task { try await run(url).get("fetch").statusCode }
      for await _ in arrivals { break }
      task.cancel()
      let error = await #expect(throws: WorkflowError.self) { try await task.value }
      #expect(error?.code == .cancelled)
    }
  }
}
