import ArazzoTesting
import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("What errors and events show: H8")
struct SecrecyTests {
  private func exchange(
    _ answer: ScriptedResponse, observer: (any WorkflowObserver)? = nil
  ) async throws -> (request: String, response: StepResponse) {
    let run = makeRun(ScriptedTransport([.any(answer)]), observer: observer)
    run.enter(Place("hush"))
    let request = run.request(
      step: "fetch", method: "POST", path: "/things/{id}", server: .api, operation: "getThing")
    request.setPath("id", "hush")
    request.setQuery("api_key", "hush")
    request.setHeader("Authorization", bearer: Secret("hush"))
    request.setCookie("session", "hush")
    request.setJSON(["password": "hush"])
    // Before it is sent: afterwards it holds nothing that could be shown.
    let shown = Self.shown(request)
    return (shown, try await run.send(request))
  }

  @Test("H8: an error says where and why, and shows no value")
  func h8_errors() async throws {
    let (request, response) = try await exchange(
      .json(["hush": "hush"], status: 500, headers: [.setCookie: "hush"]))
    let error = response.failure("$statusCode\n== 200")
    #expect(
      error.description == "workflow 'tidy', step 'fetch' "
        + "(getThing, POST https://api.example.com/v1/things/{id}): status 500: "
        + #"criterion "$statusCode == 200" failed. The server's message: {"<secret>":"<secret>"}"#)
    #expect(error.localizedDescription == error.description)
    #expect(error.state as? Place == Place("hush"))
    let values: [Any] = [error, response, response.body, response.request]
    for text in values.map(Self.shown) + [request] { #expect(!text.contains("hush")) }
  }

  private static func shown(_ value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return "\(value) \(String(reflecting: value)) \(dumped)"
  }

  @Test("H8: a transport's error shows no URL")
  func h8_transportErrors() async throws {
    let cause = URLError(
      .timedOut, userInfo: [NSURLErrorFailingURLErrorKey: "https://a/?api_key=hush"])
    let failure = HTTPTransportFailure(.timedOut, underlyingError: cause)
    let error = await #expect(throws: WorkflowError.self) {
      try await exchange(.failure(failure))
    }
    #expect(error?.reason == "the request timed out")
    #expect(error?.description.contains("hush") == false)
    #expect(error?.underlyingError is URLError)
  }

  @Test("H8: an observer sees every step and no value")
  func h8_events() async throws {
    let log = WorkflowEventLog()
    let clock = WorkflowTestClock()
    let run = makeRun(ScriptedTransport([.always(.status(200))]), clock: clock, observer: log)
    run.enter(Place("hush"))
    try await run.waitToPoll("poll", after: run.get("poll"))
    #expect(
      log.descriptions == [
        "workflow 'tidy': entered a state",
        "workflow 'tidy': step 'poll' started",
        "workflow 'tidy': step 'poll': sending GET /poll",
        "workflow 'tidy': step 'poll' received status 200 after 0 ms",
        "workflow 'tidy': waiting 1 s before step 'poll' (polling)",
      ])
  }
}
