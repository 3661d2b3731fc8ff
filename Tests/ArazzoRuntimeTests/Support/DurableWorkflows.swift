import ArazzoTesting
import Foundation
import HTTPTypes

@_spi(Generated) @testable import ArazzoRuntime

/// Workflows as the generator writes them, for tests of what outlives a process.
enum DurableWorkflows {
  static let straightPlan = SavedPlan("straight", digest: "s1")
  static let callerPlan = SavedPlan("caller", digest: "c1")
  static let tidyPlan = SavedPlan("tidy", digest: "p1")

  /// Three steps, one after the other; the second may fail.
  static func straight(_ client: WorkflowClient) async throws(WorkflowError) -> [Int] {
    let run = WorkflowRun(straightPlan, client: client)
    let first = try await run.post("a")
    var second = 0
    do throws(WorkflowError) {
      second = try await run.post("b")
    } catch {
      let failure = try run.stepFailure(error)
      guard run.choose("anyway", when: failure.response == nil) else { throw failure }
    }
    return [first, second, try await run.post("c")]
  }

  /// A step, a step that calls a workflow, and one that is tried again after a workflow ran.
  static func caller(_ client: WorkflowClient) async throws(WorkflowError) -> [Int] {
    let run = WorkflowRun(callerPlan, client: client)
    var state = try run.resumed(from: CallerState("begin"))
    while true {
      run.enter(state)
      if state.value == "begin" {
        let first = try await run.post("first")
        let inner = try await run.call("inner", timeout: .seconds(600)) {
          client throws(WorkflowError) in try await poller(client)
        }
        state = CallerState("\(first) \(inner) \(run.calledResponse?.statusCode ?? 0)")
        continue
      }
      do throws(WorkflowError) {
        let last = try await run.post("last")
        return state.value.split(separator: " ").compactMap { Int($0) } + [last]
      } catch {
        let failure = try run.stepFailure(error)
        guard try await run.waitToRetry("again", of: "last", after: failure.response, limit: 2)
        else { throw failure }
        do throws(WorkflowError) {
          _ = try await straight(run.client(from: "last"))
          continue
        } catch {
          _ = try run.stepFailure(error)
        }
        throw failure
      }
    }
  }

  /// Begins something and looks until it is done; a failed look is tried again twice.
  static func poller(_ client: WorkflowClient) async throws(WorkflowError) -> Int {
    let run = WorkflowRun(tidyPlan, client: client, polling: .exact)
    var state = try run.resumed(from: Place("begin"))
    while true {
      run.enter(state)
      if state.value == "begin" {
        state = Place("\(try await run.post("begin"))")
        continue
      }
      let response: StepResponse
      do throws(WorkflowError) {
        response = try await run.get("poll")
        try response.check("200", response.isSuccess)
        run.report(finished: "poll")
      } catch {
        let failure = try run.stepFailure(error)
        if try await run.waitToRetry(
          "again", of: "poll", after: failure.response, delay: .seconds(2), limit: 2)
        {
          continue
        }
        throw failure
      }
      guard run.choose("running", when: response.body["state"] == "running") else {
        return Int(state.value) ?? 0
      }
      try await run.waitToPoll("poll", after: response, entering: state)
    }
  }

  /// Reads the same page until there is another one.
  static func pages(_ client: WorkflowClient) async throws(WorkflowError) -> String {
    let run = WorkflowRun(tidyPlan, client: client, polling: .exact)
    var state = try run.resumed(from: Place("1"))
    while true {
      run.enter(state)
      let response = try await run.send(
        run.request(step: "page", method: "POST", path: "/page", server: .api))
      let next: String? = try response.optional("/next")
      guard let next else { return state.value }
      state = Place(next)
      try await run.waitToIterate("page", after: response, entering: state)
    }
  }

  /// A step whose workflow has no time to wait, and another one after it.
  static func impatient(_ client: WorkflowClient) async throws(WorkflowError) -> [Int] {
    let run = WorkflowRun(callerPlan, client: client)
    do throws(WorkflowError) {
      try await run.call("inner", timeout: .milliseconds(500)) { client throws(WorkflowError) in
        try await poller(client)
      }
    } catch {
      let failure = try run.stepFailure(error)
      guard run.choose("late", when: failure.code == .timedOut) else { throw failure }
    }
    return [try await run.post("c")]
  }

  /// A workflow that runs another one first.
  static func dependent(_ client: WorkflowClient) async throws(WorkflowError) -> [Int] {
    let client = client.withDependencies(of: callerPlan)
    let first = try await straight(client)
    return first + (try await caller(client))
  }
}

/// A state of the workflow `caller`.
struct CallerState: WorkflowState {
  static var plan: SavedPlan { DurableWorkflows.callerPlan }

  let value: String

  init(_ value: String) { self.value = value }

  var saved: SavedStep { SavedStep("go", ["value": value]) }

  init(_ saved: SavedStep.Reader) throws { value = try saved.value("value") }
}

extension WorkflowRun {
  /// Runs a step that sends a number and reads one.
  fileprivate func post(
    _ step: String, isolation: isolated (any Actor)? = #isolation
  ) async throws(WorkflowError) -> Int {
    let response = try await send(
      request(step: step, method: "POST", path: "/\(step)", server: .api))
    try response.check("200", response.isSuccess)
    let number: Int = try response.required("/n")
    report(finished: step)
    return number
  }
}

/// A server with a list of answers for each `METHOD /path`, the last of which stays. It answers a
/// request with a key that it knows as it did before, as APIs with keys of idempotency do.
final class KeyedServer: HTTPTransport {
  private struct Progress: Sendable {
    var answers: [String: ArraySlice<ScriptedResponse>]
    var known: [String: HTTPTransportResponse] = [:]
  }

  private let progress: Locked<Progress>

  init(_ answers: [String: [ScriptedResponse]]) {
    progress = Locked(Progress(answers: answers.mapValues { $0[...] }))
  }

  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    let key = request.headerFields[.idempotencyKey]
    if let key, let known = progress.withLock({ $0.known[key] }) { return known }
    let line = "\(request.method.rawValue) \(request.path ?? "")"
    let answer = progress.withLock { progress -> ScriptedResponse in
      let answers = progress.answers[line] ?? [.status(404)]
      if answers.count > 1 { progress.answers[line] = answers.dropFirst() }
      return answers.first ?? .status(404)
    }
    let response = try await ScriptedTransport([.any(answer)])
      .send(request, body: body, bodyLimit: bodyLimit)
    if let key { progress.withLock { $0.known[key] = response } }
    return response
  }
}

extension KeyedServer {
  /// The server of the workflows here.
  static var all: KeyedServer {
    KeyedServer([
      "POST /v1/a": [.json(["n": 1])], "POST /v1/b": [.failure(HTTPTransportError.connectionLost)],
      "POST /v1/c": [.json(["n": 3])], "POST /v1/first": [.json(["n": 4])],
      "POST /v1/begin": [.json(["n": 5])],
      "GET /v1/poll": [
        .json(["state": "running"]), .status(500), .json(["state": "running"]),
        .json(["state": "done"]),
      ],
      "POST /v1/last": [.status(503), .json(["n": 6])],
      "POST /v1/page": [
        .json(["next": "1"]), .json(["next": "1"]), .json(["next": "2"]), .json([:]),
      ],
    ])
  }
}

extension HTTPField.Name {
  static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .cookie
}

extension ScriptedTransport.Line {
  /// The answer to a step that reads a number.
  static func post(_ step: String, _ number: Int) -> Self {
    .on("POST", "/v1/\(step)", .json(["n": .number(JSONNumber(number))]))
  }

  /// The answer to a look.
  static func poll(_ state: String) -> Self {
    .on("GET", "/v1/poll", .json(["state": .string(state)]))
  }
}
