#if Store
  import ArazzoTesting
  import DustExample
  import Foundation
  import RulesExample

  @testable import ArazzoRuntime
  @testable import ArazzoStore

  /// A folder with a store, and what the hosts of a test have in common.
  struct StorePlace: Sendable {
    let folder: URL
    let clock = WorkflowTestClock(date: Date(timeIntervalSince1970: 784_198_177))

    var file: URL { folder.appending(path: "runs.sqlite") }

    /// Makes a folder for as long as `body` runs.
    static func open<Result>(
      isolation: isolated (any Actor)? = #isolation, _ body: (StorePlace) async throws -> Result
    ) async throws -> Result {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      return try await body(StorePlace(folder: folder))
    }

    func store(codec: (any WorkflowStoreCodec)? = nil) throws -> WorkflowStore {
      try WorkflowStore(file: file, codec: codec)
    }

    /// A host of another process, as far as the file can tell.
    func host(
      _ server: URL?, _ workflows: [StoredWorkflow] = [.dust], parkAfter: Duration? = nil,
      transport: any HTTPTransport = URLSessionHTTPTransport(),
      codec: (any WorkflowStoreCodec)? = nil
    ) throws -> WorkflowHost {
      let client = WorkflowClient(
        baseURL: server, transport: transport, polling: PollingPolicy(jitter: 0), clock: clock)
      return WorkflowHost(
        store: try store(codec: codec), workflows: workflows, client: client, parkAfter: parkAfter)
    }

    /// Whether one of the store's files has the text.
    func hasStored(_ text: String) throws -> Bool {
      let files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
      return try files.contains { try Data(contentsOf: $0).range(of: Data(text.utf8)) != nil }
    }

    /// Lets the time pass until a wait is due.
    func wait(until due: Date?) {
      guard let due else { return }
      clock.advance(by: .seconds(max(due.timeIntervalSince(clock.date), 0)))
    }
  }

  /// A clock whose waits end with their task cancelled.
  struct StoppingClock: WorkflowClock {
    let base: any WorkflowClock

    var now: Duration { get async { await base.now } }
    var date: Date { get async { await base.date } }

    func sleep(for duration: Duration) async throws { throw CancellationError() }

    func expire(after duration: Duration) async throws { try await base.expire(after: duration) }
  }

  extension StoredWorkflow {
    static let dust = dust(token: "sk-example")

    static func dust(token: Secret) -> StoredWorkflow {
      StoredWorkflow(RunAppAndPoll.plan, secrets: ["apiToken": token]) { inputs, client in
        try await runAppAndPoll(inputs, client: client)
      }
    }

    static let awaitOrder = StoredWorkflow(AwaitOrder.plan) { inputs, client in
      try await RulesExample.awaitOrder(inputs, client: client)
    }
  }

  extension JSONValue {
    static let dust: JSONValue = [
      "wId": "acme", "spaceId": "research", "aId": "multiply", "specificationHash": "5f2d0c",
      "inputs": [["question": "5*7"]],
    ]
  }

  /// Encrypts nothing, but hides a text from whoever looks for it.
  struct Inversion: WorkflowStoreCodec {
    struct NotInverted: Error {}

    func encode(_ json: Data) -> Data { Data([0] + json.map(~)) }

    func decode(_ data: Data) throws -> Data {
      guard data.first == 0 else { throw NotInverted() }
      return Data(data.dropFirst().map(~))
    }
  }
#endif
