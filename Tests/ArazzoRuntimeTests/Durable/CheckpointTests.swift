import ArazzoTesting
import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Checkpoints")
struct CheckpointTests {
  private struct DiskIsFull: Error {}

  private let clock = WorkflowTestClock(date: Date(timeIntervalSince1970: 1_000_000))
  private let log = WorkflowEventLog()

  private func client(
    _ transport: some HTTPTransport = KeyedServer.all, _ checkpoint: ScriptedCheckpoint
  ) -> WorkflowClient {
    WorkflowClient(
      transport: transport, polling: .exact, clock: clock, observer: log, checkpoint: checkpoint)
  }

  /// What the workflow throws.
  private func error<Result>(
    _ client: WorkflowClient, _ workflow: (WorkflowClient) async throws(WorkflowError) -> Result
  ) async throws -> WorkflowError {
    do throws(WorkflowError) {
      _ = try await workflow(client)
    } catch {
      return error
    }
    throw DiskIsFull()
  }

  // MARK: saving

  @Test("a save that throws sends nothing, and no failure action answers it")
  func saveThrows() async throws {
    let transport = ScriptedTransport([.always(.json(["n": 1]))])
    let checkpoint = ScriptedCheckpoint(onSave: { if $0 == 2 { throw DiskIsFull() } })
    let error = try await error(client(transport, checkpoint), DurableWorkflows.straight)
    #expect(error.code == .checkpointFailed)
    #expect(error.step == "b")
    #expect(error.underlyingError is DiskIsFull)
    #expect(transport.requests.map(\.path) == ["/v1/a"])
    #expect("\(error)".contains("the run couldn't be saved (DiskIsFull), so nothing was sent"))
  }

  @Test("a decision that throws ends the workflow before the wait")
  func decisionThrows() async throws {
    let checkpoint = ScriptedCheckpoint(onWait: { _ in throw DiskIsFull() })
    let error = try await error(client(KeyedServer.all, checkpoint), DurableWorkflows.poller)
    #expect(error.code == .checkpointFailed)
    #expect(clock.waits.isEmpty)
  }

  @Test("a save that is cancelled is a cancelled task")
  func saveIsCancelled() async throws {
    let checkpoint = ScriptedCheckpoint(onSave: { _ in throw CancellationError() })
    let error = try await error(client(KeyedServer.all, checkpoint), DurableWorkflows.straight)
    #expect(error.code == .cancelled)
  }

  @Test("a client without any of it keeps nothing of a run")
  func nothing() async throws {
    var client = WorkflowClient(transport: KeyedServer.all, runID: "r1")
    #expect(WorkflowRun("tidy", client: client).place == nil)
    client.checkpoint = ScriptedCheckpoint()
    #expect(WorkflowRun("tidy", client: client).place != nil)
    client.checkpoint = nil
    client.runID = nil
    #expect(!client.settings.durability.isUsed)
    #expect(client.withDependencies(of: DurableWorkflows.callerPlan).caller.place == nil)
  }

  @Test("a run has the host's identifier, else one of its own, and keeps it")
  func identifiers() async throws {
    let checkpoint = ScriptedCheckpoint(onWait: { _ in .park })
    var first = client(KeyedServer.all, checkpoint)
    first.runID = "order-7"
    let named = try #require(try await error(first, DurableWorkflows.poller).parked)
    first.runID = nil
    let random = try #require(try await error(first, DurableWorkflows.poller).parked)
    #expect(named.run.id == "order-7")
    #expect(UUID(uuidString: random.run.id) != nil)
    first.runID = "order-8"
    let again = try await error(
      first.resuming(try #require(try checkpoint.last)), DurableWorkflows.poller)
    #expect(again.parked?.run.id == random.run.id)
  }

  // MARK: parking

  @Test("a run that is parked at each wait ends as one that waits")
  func parkedAtEachWait() async throws {
    let checkpoint = ScriptedCheckpoint(onWait: { _ in .park })
    var client = client(KeyedServer.all, checkpoint)
    var waits: [Duration] = []
    var result: [Int]?
    while result == nil {
      do throws(WorkflowError) {
        result = try await DurableWorkflows.caller(client)
      } catch {
        let parked = try #require(error.parked, "\(error)")
        #expect(error.code == .parked)
        let wait = Duration.between(clock.date, parked.due)
        #expect(parked.run.due == parked.due)
        waits.append(wait)
        clock.advance(by: wait)
        client = client.resuming(try #require(try checkpoint.last))
      }
    }
    let whole = WorkflowTestClock()
    let other = WorkflowClient(transport: KeyedServer.all, polling: .exact, clock: whole)
    #expect(try await DurableWorkflows.caller(other) == result)
    #expect(waits == whole.waits)
    #expect(clock.waits.isEmpty)
    let failed = log.events.filter { if case .failed = $0.kind { true } else { false } }
    #expect(failed.map(\.kind.step) == ["poll", "last", "b"])
  }

  @Test("a run that comes back early is asked about again, or waits for the rest")
  func remainder() async throws {
    let waits = Locked<[PendingWait]>([])
    let parking = ScriptedCheckpoint(onWait: { wait in
      waits.withLock { $0.append(wait) }
      return .park
    })
    let transport = ScriptedTransport([.post("begin", 5), .poll("running"), .poll("done")])
    let parked = try await error(client(transport, parking), DurableWorkflows.poller).parked
    let run = try #require(parked?.run)
    clock.advance(by: .milliseconds(250))
    let again = try await error(
      client(transport, parking).resuming(run), DurableWorkflows.poller)
    #expect(again.parked?.due == run.due)
    #expect(waits.withLock { $0.map(\.duration) } == [.seconds(1), .milliseconds(750)])
    #expect(waits.withLock { $0.map(\.step) } == ["poll", "poll"])
    let client = client(transport, ScriptedCheckpoint()).resuming(run)
    #expect(try await DurableWorkflows.poller(client) == 5)
    #expect(clock.waits == [.milliseconds(750)])
    #expect(
      transport.requests.map(\.description) == [
        "POST /v1/begin", "GET /v1/poll", "GET /v1/poll",
      ])
  }

  @Test("the time of a parked run counts for the limits of its loops, that without a host doesn't")
  func timeLimits() async throws {
    var passes = 0
    var client = client(
      ScriptedTransport([.post("begin", 5), .always(.json(["state": "running"]))]),
      ScriptedCheckpoint(onWait: { _ in .park }))
    let start = clock.now
    var error = try await error(client, DurableWorkflows.poller)
    while let parked = error.parked {
      clock.advance(by: .between(clock.date, parked.due) + .seconds(1000))
      client = client.resuming(parked.run)
      error = try await self.error(client, DurableWorkflows.poller)
      passes += 1
    }
    #expect(error.code == .pollingLimitReached)
    #expect(passes > 100 && passes < 200)
    #expect(clock.now - start - .seconds(1000) * passes <= .seconds(3600))
  }

  // MARK: what a replay tells

  @Test("observers are told of nothing that was saved, and of everything after it")
  func events() async throws {
    func events(killedAt point: KillPoint?) async throws -> [WorkflowEvent]? {
      let (clock, log) = (WorkflowTestClock(), WorkflowEventLog())
      let client = WorkflowClient(transport: KeyedServer.all, polling: .exact, observer: log)
      let report = try await KilledProcess(client, clock).run(killedAt: point) {
        client throws(WorkflowError) in try await DurableWorkflows.caller(client)
      }
      return point == nil || report.wasKilled ? log.events : nil
    }
    let whole = try #require(try await events(killedAt: nil)).map(\.description)
    var number = 1
    while let both = try await events(killedAt: .request(number)) {
      let end = try #require(both.lastIndex { $0.kind.isCancelled })
      // The state in which it goes on is told of again.
      let told = both[(end + 1)...].drop { $0.kind.step == nil }
      let second = told.map(\.description)
      #expect(second == Array(whole.suffix(second.count)), "\(number)")
      #expect(told.first?.kind.isStart == true, "\(number)")
      number += 1
    }
    #expect(number > 10)
  }

  @Test("a replayed response is judged with its request and the client's credentials")
  func replayedRequest() async throws {
    let scheme = SecurityScheme("key", .apiKey("X-Key", in: .header))
    func look(_ client: WorkflowClient) async throws(WorkflowError) -> [String?] {
      let run = WorkflowRun(DurableWorkflows.straightPlan, client: client)
      let request = run.request(step: "a", method: "POST", path: "/a", server: .api)
      request.security = [[scheme]]
      request.setQuery("q", "1")
      let response = try await run.send(request)
      try await run.get("b")
      return [
        response.request.header("X-Key"), response.request.query("q"), response.request.url,
        response.header("X-Kind"), response.body.text,
      ]
    }
    let odd: [UInt8] = [0xff, 0x00, 0x41]
    let answer = ScriptedResponse.response(
      HTTPResponse(
        status: .ok,
        headerFields: [
          HTTPField.Name("X-Kind") ?? .cookie: "k", .contentType: "text/plain; charset=latin1",
        ]),
      body: odd)
    let checkpoint = ScriptedCheckpoint()
    let lost = ScriptedResponse.failure(CancellationError())
    let transport = ScriptedTransport([
      .any(answer), .any(answer), .any(answer), .any(lost),
    ])
    var client = client(transport, checkpoint)
    client.credentials = [scheme: .apiKey("hush")]
    let whole = try await look(client)
    _ = try await error(client, look)
    client = client.resuming(try #require(try checkpoint.last))
    client.checkpoint = nil
    client.transport = ScriptedTransport([.on("GET", "/v1/b", answer)])
    #expect(try await look(client) == whole)
    #expect(whole.first == "hush")
  }

  // MARK: secrets and nonsense

  @Test("a saved run shows nothing of what it holds")
  func secrets() async throws {
    let checkpoint = ScriptedCheckpoint(onWait: { _ in .park })
    let transport = ScriptedTransport([.post("begin", 5), .poll("running")])
    let error = try await error(client(transport, checkpoint), DurableWorkflows.poller)
    let run = try #require(error.parked?.run)
    var shown = "\(run) \(error) \(String(reflecting: run))"
    dump(error, to: &shown)
    dump(error.parked, to: &shown)
    #expect(!shown.contains("running") && !shown.contains("outputs.value"))
    #expect("\(run)" == "run '\(run.id)' of workflow 'tidy' before step 'poll'")
  }

  @Test(
    "what isn't a saved run of this version is refused",
    arguments: [
      #"{"version": 2, "id": "r", "savedAt": 0, "step": "a", "frames": [{"workflow": "w", "plan": ""}]}"#,
      #"{"version": 1, "id": "r", "savedAt": 1e300, "step": "a", "frames": [{"workflow": "w", "plan": ""}]}"#,
      #"{"version": 1, "id": "r", "savedAt": 0, "step": "a", "frames": [{"workflow": "w", "plan": "", "calls": -1}]}"#,
      #"{"version": 1, "id": "r", "savedAt": 0, "step": "a", "frames": [{"workflow": "w", "plan": "", "journal": [{"step": "a", "response": {"status": 99999, "headers": []}}]}]}"#,
      #"{"version": 1, "id": "r", "savedAt": 0, "step": "a", "frames": []}"#,
      #"{"version": 1}"#,
    ])
  func nonsense(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(SavedRun.self, from: Data(text.utf8))
    }
  }
}

extension WorkflowEvent.Kind {
  fileprivate var isStart: Bool { if case .started = self { true } else { false } }

  fileprivate var isCancelled: Bool {
    if case .failed(_, let error) = self { error.code == .cancelled } else { false }
  }
}
