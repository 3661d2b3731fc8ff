#if Store
  import DustExample
  import ExampleServers
  import Foundation
  import GRDB
  import Testing

  @_spi(Generated) @testable import ArazzoRuntime
  @testable import ArazzoStore

  @Suite("Stored runs that can't begin or go on", .timeLimit(.minutes(5)))
  struct RefusedRunTests {
    /// Can't encode the value after some others.
    private final class LimitedCodec: WorkflowStoreCodec {
      struct IsOver: Error {}

      private let remaining: Locked<Int>

      init(_ count: Int) { remaining = Locked(count) }

      func encode(_ json: Data) throws -> Data {
        let remaining = remaining.withLock { remaining in
          remaining -= 1
          return remaining
        }
        guard remaining >= 0 else { throw IsOver() }
        return json
      }

      func decode(_ data: Data) -> Data { data }
    }

    @Test("when the codec fails, nothing more is sent, and the run can go on later")
    func codecFails() async throws {
      try await StandIn.serve(DustAPI()) { dust in
        try await StorePlace.open { place in
          let host = try place.host(dust.url, codec: LimitedCodec(2))
          let error = await #expect(throws: WorkflowStoreError.self) {
            try await host.start(RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
          }
          #expect(error?.code == .codecFailed)
          #expect(await dust.requests.map(\.method) == ["POST"])
          #expect(try await host.store.run("r1")?.status == .pending)
          #expect(try await place.host(dust.url).resume("r1").status == .completed)
        }
      }
    }

    @Test("a run of another plan is refused, is not changed, and keeps no other from going on")
    func otherPlan() async throws {
      try await StandIn.serve(DustAPI()) { dust in
        try await StorePlace.open { place in
          let host = try place.host(dust.url)
          let old = SavedPlan("run-app-and-poll", digest: "old")
          let inputs = Data(JSONValue.dust.serialized())
          try await host.store.add("r1", of: old, inputs: inputs, owner: nil, at: Date())
          let error = await #expect(throws: WorkflowStoreError.self) {
            try await host.resume("r1")
          }
          #expect(error?.code == .otherPlan)
          #expect(error?.reason.contains("plan 'old'; this one is") == true)
          let other = SavedPlan("other", digest: "d")
          try await host.store.add("r2", of: other, inputs: inputs, owner: nil, at: Date())
          let unknown = await #expect(throws: WorkflowStoreError.self) {
            try await host.resume("r2")
          }
          #expect(unknown?.code == .unknownWorkflow)
          try await host.submit(RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r3")
          #expect(try await host.resumeAll().map(\.id) == ["r3"])
          let runs = try await host.store.runs()
          #expect(Set(runs.filter { $0.status == .pending }.map(\.id)) == ["r1", "r2"])
        }
      }
    }

    /// Parks a run, changes what is stored, and resumes it.
    private func resume(
      changing change: String, with value: String, to text: String
    ) async throws -> (error: WorkflowStoreError?, status: StoredRun.Status?) {
      let api = DustAPI(statuses: ["running", "succeeded"])
      return try await StandIn.serve(api) { dust in
        try await StorePlace.open { place in
          let host = try place.host(dust.url, parkAfter: .zero)
          try await host.start(RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
          try await host.store.database.write { database in
            try database.execute(
              sql: "UPDATE run SET \(change)", arguments: [value, text])
          }
          let before = try await saved(host)
          let error = await #expect(throws: WorkflowStoreError.self) {
            try await host.resume("r1")
          }
          #expect(try await saved(host) == before)
          #expect(await dust.requests.count == 2)
          return (error, try await host.store.run("r1")?.status)
        }
      }
    }

    private func saved(_ host: WorkflowHost) async throws -> Data? {
      try await host.store.database.read { database in
        try Data.fetchOne(database, sql: "SELECT saved FROM run")
      }
    }

    @Test("a saved run of another plan than its row says is refused and not changed")
    func otherSavedPlan() async throws {
      let digest = RunAppAndPoll.plan.digest
      let found = try await resume(
        changing: "saved = CAST(replace(CAST(saved AS TEXT), ?, ?) AS BLOB)", with: digest,
        to: "old")
      #expect(found.error?.code == .otherPlan)
      #expect(found.status == .parked)
    }

    @Test("a saved run that can't be read is refused and not changed")
    func unreadable() async throws {
      let found = try await resume(
        changing: "saved = CAST(? || ? AS BLOB)", with: #"{"version": 9, "#, to: #""id": "r1"}"#)
      #expect(found.error?.code == .unreadableRun)
      #expect(found.error?.reason.contains("'version' is 9") == true)
      #expect(found.status == .parked)
    }

    @Test("inputs of another workflow, and identifiers that are taken or unknown")
    func identifiers() async throws {
      try await StorePlace.open { place in
        let host = try place.host(nil)
        let inputs = await #expect(throws: WorkflowStoreError.self) {
          try await host.submit(RunAppAndPoll.plan, inputs: ["wId": "acme"])
        }
        #expect(inputs?.code == .invalidInputs)
        #expect(inputs?.reason.contains("'spaceId' is missing") == true)
        let secret = await #expect(throws: WorkflowStoreError.self) {
          try await host.submit(RunAppAndPoll.plan, inputs: ["wId": ["sk-marker-5309"]])
        }
        #expect(secret?.reason.hasSuffix("'wId' must be a string") == true)
        #expect(try await host.store.runs().isEmpty)
        try await host.submit(RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
        let taken = await #expect(throws: WorkflowStoreError.self) {
          try await host.submit(RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
        }
        #expect(taken?.code == .alreadyExists)
        let unknown = await #expect(throws: WorkflowStoreError.self) {
          try await host.resume("r2")
        }
        #expect(unknown?.code == .unknownRun)
        let cancelled = await #expect(throws: WorkflowStoreError.self) {
          try await host.cancel("r2")
        }
        #expect(cancelled?.code == .unknownRun)
      }
    }
  }
#endif
