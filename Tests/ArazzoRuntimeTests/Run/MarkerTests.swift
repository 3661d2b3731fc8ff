import ArazzoTesting
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Markers in every place where a secret can stand: H8")
struct MarkerTests {
  /// What everything shows of a request whose secret the server sends back.
  private func texts(_ place: SecretPlace, _ echo: Echo) async throws -> [String] {
    let log = WorkflowEventLog()
    let client = WorkflowClient(
      credentials: place.credentials, transport: EchoTransport(echo: echo),
      clock: WorkflowTestClock(),
      observer: log)
    let run = WorkflowRun(
      "tidy", client: client, hiding: place.isInput ? SecretPlace.secret : nil)
    run.enter(Place(SecretPlace.secret))
    let request = run.request(
      step: "fetch", method: echo == .redirect ? "GET" : "POST",
      path: place == .path ? "/things/{id}" : "/things",
      server: .api)
    place.fill(request)
    let filled = Self.renderings(request)
    var shown: [Any] = [client, client.credentials]
    do {
      let response = try await run.send(request)
      shown += [response, response.request, response.body]
      let values = [response.body["title"], response.body[0]?["data"]]
      try response.check("x", false, saw: values[0], values[1], SecretPlace.secret)
    } catch {
      shown += [error, error.reason, error.serverMessage as Any, error.problem as Any]
      shown += [error.localizedDescription, error.customMirror, error.code, error.server as Any]
    }
    shown += log.events.flatMap { [$0, $0.kind] as [Any] }
    return filled + shown.flatMap(Self.renderings)
  }

  private static func renderings(_ value: Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    return ["\(value)", String(reflecting: value), dumped]
  }

  @Test(
    "H8: no event, error or description shows one, however the server sends it back",
    arguments: SecretPlace.allCases, Echo.allCases)
  func h8_markers(place: SecretPlace, echo: Echo) async throws {
    let texts = try await texts(place, echo)
    #expect(texts.count > 30)
    for text in texts {
      let shows = text.contains(SecretPlace.marker) || text.contains(SecretPlace.encodedPair)
      #expect(!shows, "\(place), \(echo): \(text)")
    }
  }

  @Test("H8: a secret of digits is masked where a server sends it back as a number")
  func h8_numbers() async throws {
    let transport = ScriptedTransport([
      .any(.json(["given": 271828, "attempt": 2], status: 400))
    ])
    let run = WorkflowRun(
      "tidy", client: WorkflowClient(transport: transport), hiding: Secret("271828"))
    let answer = try await run.get("open").failure("x").serverMessage
    #expect(answer == #"{"given":"<secret>","attempt":2}"#)
  }

  @Test("H8: the padding of a token in base64 hides no other equals sign")
  func h8_padding() async throws {
    let transport = ScriptedTransport([.any(.json(["said": "a == b"], status: 400))])
    let run = WorkflowRun("tidy", client: WorkflowClient(transport: transport))
    let request = run.request(step: "open", method: "GET", path: "/things", server: .api)
    request.setHeader("Authorization", bearer: Secret("c2VjcmV0=="))
    let answer = try await run.send(request).failure("x").serverMessage
    #expect(answer == #"{"said":"a == b"}"#)
  }

  @Test("H8: the values of the cookies in a header field are hidden one by one")
  func h8_cookies() async throws {
    let transport = ScriptedTransport([
      .any(.json(["said": "no session c2VjcmV0==, theme dim"], status: 400))
    ])
    let run = WorkflowRun("tidy", client: WorkflowClient(transport: transport))
    let request = run.request(step: "open", method: "GET", path: "/things", server: .api)
    request.setHeader("Cookie", Secret("SESSIONID=c2VjcmV0==; theme=dim"))
    let answer = try await run.send(request).failure("x").serverMessage
    #expect(answer == #"{"said":"no session <secret>, theme <secret>"}"#)
  }

  @Test("H8: a step that called a workflow hides the secrets of that one")
  func h8_calledWorkflows() async throws {
    let run = makeRun(.json("hush", status: 500))
    try await run.call("outer") { client throws(WorkflowError) in
      let inner = WorkflowRun("inner", client: client, hiding: Secret("hush"))
      try await inner.get("ask")
    }
    let error = run.failure("x", of: "outer", after: run.calledResponse)
    #expect(error.serverMessage == #""<secret>""#)
  }

  @Test("H8: a list of secrets in a response is hidden from there on")
  func h8_outputs() async throws {
    let run = makeRun(
      ScriptedTransport([.any(.json(["hush"])), .any(.json("hush", status: 500))]))
    let codes: [Secret] = try await run.get("sign").requiredBody()
    #expect(codes.count == 1)
    #expect(try await run.get("ask").failure("x").serverMessage == #""<secret>""#)
  }
}
