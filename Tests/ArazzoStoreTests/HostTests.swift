#if Store
  import ArazzoTesting
  import DustExample
  import ExampleServers
  import Foundation
  import RulesExample
  import Testing

  @testable import ArazzoRuntime
  @testable import ArazzoStore

  @Suite("Hosts of stored runs", .timeLimit(.minutes(5)))
  struct HostTests {
    private static let polled = DustAPI(statuses: ["running", "running", "succeeded"])

    @Test("a run that is started ends, and is still listed with its outputs after a restart")
    func started() async throws {
      try await StandIn.serve(Self.polled) { dust in
        try await StorePlace.open { place in
          let run = try await place.host(dust.url).start(
            RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
          #expect(run.status == .completed && !run.canResume)
          let listed = try await place.store().runs()
          #expect(listed.map(\.id) == ["r1"])
          #expect(listed.first?.status == .completed)
          #expect(listed.first?.plan == RunAppAndPoll.plan)
          #expect(listed.first?.due == nil)
          #expect(listed.first?.changedAt == place.clock.date)
          #expect(try await listed.first?.outcome?["ending"] == "succeeded")
          let outputs = try await listed.first?.outputs(as: RunAppAndPoll.Outputs.self)
          #expect(outputs?.runID == "7be1c0ffee")
          #expect(await dust.requests.count == 4)
        }
      }
    }

    @Test("a parked run goes on in another process when it is due, and sends nothing twice")
    func parked() async throws {
      try await StandIn.serve(Self.polled) { dust in
        try await StorePlace.open { place in
          let first = try await place.host(dust.url, parkAfter: .seconds(1)).start(
            RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
          #expect(first.status == .parked && first.canResume)
          #expect(first.step == "pollRun")
          #expect(try #require(first.due) > place.clock.date)
          let early = try await place.host(dust.url, parkAfter: .zero).resume("r1")
          #expect(early.status == .parked && early.due == first.due)
          #expect(try await place.host(dust.url).resumeAll().isEmpty)
          let all = try await place.host(dust.url, parkAfter: .zero).resumeAll(beforeDue: true)
          #expect(all.map(\.status) == [.parked] && all.first?.due == first.due)
          #expect(await dust.requests.count == 2)

          place.wait(until: first.due)
          let again = try await place.host(dust.url, parkAfter: .seconds(1)).resumeAll()
          #expect(again.map(\.status) == [.parked])
          #expect(await dust.requests.count == 3)
          place.wait(until: again.first?.due)
          let last = try await place.host(dust.url, parkAfter: .seconds(1)).resumeAll()
          #expect(last.map(\.status) == [.completed])
          #expect(await dust.requests.map(\.method) == ["POST", "GET", "GET", "GET"])
        }
      }
    }

    @Test("a parked run that is cancelled can't go on")
    func cancelled() async throws {
      try await StandIn.serve(Self.polled) { dust in
        try await StorePlace.open { place in
          let host = try place.host(dust.url, parkAfter: .zero)
          try await host.start(RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
          try await host.cancel("r1")
          #expect(try await host.store.run("r1")?.status == .cancelled)
          #expect(try await host.store.runs(status: .parked).isEmpty)
          let error = await #expect(throws: WorkflowStoreError.self) {
            try await host.resume("r1")
          }
          #expect(error?.code == .ended)
          let second = await #expect(throws: WorkflowStoreError.self) {
            try await host.cancel("r1")
          }
          #expect(second?.code == .ended)
          #expect(await dust.requests.count == 2)
          #expect(try place.hasStored("multiply"))
          try await host.store.remove("r1")
          #expect(try await host.store.runs().isEmpty)
          #expect(try !place.hasStored("multiply"))
        }
      }
    }

    /// Waits until a request is under way.
    private func request(_ transport: ScriptedTransport) async {
      while transport.requests.isEmpty { await Task.yield() }
    }

    @Test("a link to the file is the same store: a run is one host's at a time")
    func link() async throws {
      try await StorePlace.open { place in
        let transport = ScriptedTransport([.always(.never)])
        let first = try place.host(nil, transport: transport)
        let run = Task {
          try await first.start(RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
        }
        await request(transport)
        let link = place.folder.appending(path: "link.sqlite")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: place.file)
        let second = WorkflowHost(store: try WorkflowStore(file: link), workflows: [.dust])
        let error = await #expect(throws: WorkflowStoreError.self) {
          try await second.resume("r1")
        }
        #expect(error?.code == .alreadyRunning)
        run.cancel()
        _ = try? await run.value
      }
    }

    @Test("an outcome that isn't JSON ends the run with an error")
    func unwritableOutcome() async throws {
      try await StorePlace.open { place in
        let workflow = StoredWorkflow(RunAppAndPoll.plan) { _ in Double.infinity }
        let run = try await place.host(nil, [workflow]).start(RunAppAndPoll.plan)
        #expect(run.status == .failed)
        #expect(run.message?.contains("the outcome can't be written as JSON") == true)
      }
    }

    @Test("a run that is cancelled while its request is under way ends at once")
    func cancelledInRequest() async throws {
      try await StorePlace.open { place in
        let transport = ScriptedTransport([.always(.never)])
        let host = try place.host(nil, transport: transport)
        let running = Task {
          try await host.start(RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
        }
        await request(transport)
        #expect(try await host.store.run("r1")?.status == .running)
        try await host.cancel("r1")
        #expect(try await running.value.status == .cancelled)
      }
    }

    @Test("a run belongs to one host at a time, and another one can cancel it")
    func twoHosts() async throws {
      try await StorePlace.open { place in
        let transport = ScriptedTransport([.always(.never)])
        let first = try place.host(nil, transport: transport)
        let running = Task {
          try await first.start(RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
        }
        await request(transport)
        let second = try place.host(nil, transport: transport)
        #expect(try await second.store.runs().map(\.status) == [.running])
        let error = await #expect(throws: WorkflowStoreError.self) {
          try await second.resume("r1")
        }
        #expect(error?.code == .alreadyRunning)
        #expect(try await second.resumeAll().isEmpty)
        let removal = await #expect(throws: WorkflowStoreError.self) {
          try await second.store.remove("r1")
        }
        #expect(removal?.code == .alreadyRunning)

        running.cancel()
        await #expect(throws: CancellationError.self) { try await running.value }
        #expect(try await second.store.runs().map(\.status) == [.pending])
        #expect(transport.requests.count == 1)
      }
    }

    @Test("a run that another host has cancelled sends nothing more")
    func cancelledElsewhere() async throws {
      try await StorePlace.open { place in
        let transport = ScriptedTransport([])
        let second = try place.host(nil)
        let workflow = StoredWorkflow(RunAppAndPoll.plan, secrets: ["apiToken": "t"]) {
          (inputs: RunAppAndPoll.Inputs, client) in
          try await second.cancel("r1")
          return try await runAppAndPoll(inputs, client: client)
        }
        let run = try await place.host(nil, [workflow], transport: transport).start(
          RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
        #expect(run.status == .cancelled)
        #expect(transport.requests.isEmpty)
      }
    }

    @Test("a run that failed goes on from the step that failed")
    func failed() async throws {
      let api = Self.polled.answering(.pollRun, 2...2, with: .page(status: 500))
      try await StandIn.serve(api) { dust in
        try await StorePlace.open { place in
          let host = try place.host(dust.url)
          let run = try await host.start(RunAppAndPoll.plan, inputs: JSONValue.dust)
          #expect(run.status == .failed && run.canResume)
          #expect(run.errorCode == .criterionFailed)
          #expect(run.message?.contains("status 500") == true)
          #expect(try await host.resumeAll().isEmpty)
          let again = try await place.host(dust.url).resume(run.id)
          #expect(again.status == .completed && again.message == nil)
          #expect(await dust.requests.map(\.method) == ["POST", "GET", "GET", "GET"])
        }
      }
    }

    @Test("a failure ending is the end of a run")
    func failureEnding() async throws {
      let api = ScriptedAPI(["POST /payments": [.json("{}", status: 400)]])
      try await StandIn.serve(api) { server in
        try await StorePlace.open { place in
          let follow = StoredWorkflow(FollowOrder.plan) { inputs, client in
            try await followOrder(inputs, client: client)
          }
          let run = try await place.host(server.url, [follow]).start(
            FollowOrder.plan, inputs: FollowOrder.Inputs(order: "o1"))
          #expect(run.status == .failed && !run.canResume)
          #expect(try await run.outcome == ["ending": "unsettled", "failed": true])
          #expect(run.message?.contains("status 400") == true)
        }
      }
    }

    @Test("workflows with outputs only, or with nothing, are stored as well")
    func plain() async throws {
      let api = ScriptedAPI([
        "POST /login": [.json(#"{"token": "t1"}"#)], "GET /shops": [.json("[]")],
        "GET /pictures": [.json("[]")], "PUT /pictures": [.json("{}")],
      ])
      try await StandIn.serve(api) { server in
        try await StorePlace.open { place in
          let visit = StoredWorkflow(VisitShops.plan) { client in
            try await visitShops(client: client)
          }
          let login = StoredWorkflow(SignIn.plan) { client in try await signIn(client: client) }
          let host = try place.host(server.url, [visit, login])
          let visited = try await host.start(VisitShops.plan)
          #expect(try await visited.outcome == ["ending": "completed"])
          let signedIn = try await host.start(SignIn.plan)
          #expect(
            try await signedIn.outcome
              == ["ending": "completed", "outputs": ["token": "<secret>"]])
        }
      }
    }

    @Test("a task that is cancelled in a wait leaves the run to wait without it")
    func cancelledInWait() async throws {
      try await StandIn.serve(Self.polled) { dust in
        try await StorePlace.open { place in
          let stopping = StoredWorkflow(RunAppAndPoll.plan, secrets: ["apiToken": "sk-example"]) {
            (inputs: RunAppAndPoll.Inputs, client) in
            var client = client
            client.clock = StoppingClock(base: client.clock)
            return try await runAppAndPoll(inputs, client: client)
          }
          await #expect(throws: CancellationError.self) {
            try await place.host(dust.url, [stopping]).start(
              RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
          }
          let run = try #require(try await place.store().run("r1"))
          #expect(run.status == .parked)
          #expect(try await place.host(dust.url).resumeAll().isEmpty)
          place.wait(until: run.due)
          #expect(try await place.host(dust.url).resumeAll().map(\.status) == [.completed])
          #expect(await dust.requests.map(\.method) == ["POST", "GET", "GET", "GET"])
        }
      }
    }

    @Test("a service runs what is submitted and what is due, until it is cancelled")
    func service() async throws {
      try await StandIn.serve(Self.polled) { dust in
        try await StorePlace.open { place in
          let host = try place.host(dust.url, parkAfter: .zero)
          let service = Task { try await host.run() }
          let client = try place.host(dust.url)
          let id = try await client.submit(RunAppAndPoll.plan, inputs: JSONValue.dust)
          while try await client.store.run(id)?.status != .completed { await Task.yield() }
          service.cancel()
          try await service.value
          #expect(await dust.requests.count == 4)
        }
      }
    }

    @Test("a run that the codec can't encode doesn't end the service of the others")
    func failingCodec() async throws {
      try await StandIn.serve(Self.polled) { dust in
        try await StorePlace.open { place in
          let host = try place.host(dust.url, codec: PickyCodec(refused: #""id":"r1""#))
          for id in ["r1", "r2"] {
            try await host.submit(RunAppAndPoll.plan, inputs: JSONValue.dust, id: id)
          }
          let hasEnded = Locked(false)
          let service = Task {
            defer { hasEnded.withLock { $0 = true } }
            try await host.run()
          }
          while try await host.store.run("r2")?.status != .completed,
            !hasEnded.withLock({ $0 })
          {
            await Task.yield()
          }
          service.cancel()
          try await service.value
          #expect(try await host.store.run("r1")?.status == .pending)
          #expect(try await host.store.run("r2")?.status == .completed)
        }
      }
    }

    @Test("a service that is cancelled leaves its runs to another process")
    func serviceIsCancelled() async throws {
      try await StandIn.serve(Self.polled) { dust in
        try await StorePlace.open { place in
          let transport = ScriptedTransport([.always(.never)])
          let host = try place.host(nil, transport: transport)
          try await host.submit(RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
          let service = Task { try await host.run() }
          await request(transport)
          service.cancel()
          try await service.value
          #expect(try await host.store.run("r1")?.status == .pending)
          let other = try await place.host(dust.url).resumeAll()
          #expect(other.map(\.status) == [.completed])
        }
      }
    }
  }

  /// Encrypts nothing, and refuses what has a text in it.
  private struct PickyCodec: WorkflowStoreCodec {
    struct Refusal: Error {}

    let refused: String

    func encode(_ json: Data) throws -> Data {
      guard json.range(of: Data(refused.utf8)) == nil else { throw Refusal() }
      return json
    }

    func decode(_ data: Data) -> Data { data }
  }
#endif
