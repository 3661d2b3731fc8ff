import Foundation

/// What makes the runs of a client outlive the process.
struct Durability: Sendable {
  var checkpoint: (any WorkflowCheckpoint)?
  var saved: SavedRun?
  var idempotencyKey: IdempotencyKey?
  var runID: String?

  /// Whether anything is kept of a run.
  var isUsed: Bool { checkpoint != nil || saved != nil || idempotencyKey != nil }
}

extension WorkflowClient {
  /// Keeps the run where it outlives the process. Default: none; nothing is saved or waited for.
  ///
  /// See <doc:Checkpoints>.
  public var checkpoint: (any WorkflowCheckpoint)? {
    get { settings.durability.checkpoint }
    set { change { $0.durability.checkpoint = newValue } }
  }

  /// The header field for keys of idempotency. Default: none; no key is sent.
  ///
  /// See <doc:Idempotency>.
  public var idempotencyKey: IdempotencyKey? {
    get { settings.durability.idempotencyKey }
    set { change { $0.durability.idempotencyKey = newValue } }
  }

  /// The identifier of the next run. Default: `nil` for a random one.
  ///
  /// Set another one for each run. A resumed run keeps its own.
  public var runID: String? {
    get { settings.durability.runID }
    set { change { $0.durability.runID = newValue } }
  }

  /// A client with which a workflow goes on from where a run was saved.
  ///
  /// Call the same function with the same inputs. Its steps that were saved are not sent again; it
  /// goes on from the first one that wasn't, inside the workflow that was called if there is one.
  /// A function of another workflow or another plan throws
  /// ``WorkflowError/Code/savedRunRejected`` and sends nothing.
  public func resuming(_ run: SavedRun) -> WorkflowClient {
    var client = self
    client.change { $0.durability.saved = run }
    return client
  }

  /// The client for what is no part of a run, such as the workflow that gets a token: nothing of it
  /// is saved, and no time limit of the run applies.
  var outsideRuns: WorkflowClient {
    var client = self
    client.caller = Caller(outerDepth: callDepth + 1)
    if settings.durability.isUsed { client.change { $0.durability = Durability() } }
    return client
  }

  /// The settings without an observer, for what is replayed.
  var withoutObserver: Boxed<Settings> {
    var client = self
    client.observer = nil
    return client.box
  }
}

extension WorkflowClient {
  /// A client for the workflows that run before another one, and for that one: together they are a
  /// run.
  @_spi(Generated) public func withDependencies(of plan: SavedPlan) -> WorkflowClient {
    let plan = SavedPlan(plan.workflow, digest: plan.digest + " after its dependencies")
    guard let place = place(of: plan) else { return self }
    var client = self
    client.caller.place = place
    return client
  }

  /// The place of the next workflow; `nil` if nothing is kept of it.
  func place(of plan: SavedPlan) -> RunPlace? {
    if let place = caller.place { return place.called(plan) }
    guard box.value.durability.isUsed else { return nil }
    let durability = settings.durability
    if let saved = durability.saved {
      let record = RunRecord(saved)
      record.root.require(plan)
      return RunPlace(record: record, frame: record.root)
    }
    let record = RunRecord(id: durability.runID ?? UUID().uuidString.lowercased(), plan)
    return RunPlace(record: record, frame: record.root)
  }
}
