import Foundation

/// What makes the runs of a client outlive the process.
struct Durability: Sendable {
  var checkpoint: (any WorkflowCheckpoint)?
  var saved: SavedRun?
  var idempotencyKey: IdempotencyKey?
  var runID: String?

  /// In a box, so that a client without it is no larger.
  indirect enum Box: Sendable { case holding(Durability) }

  /// `nil` where there is nothing in it.
  var box: Box? {
    let isEmpty = checkpoint == nil && saved == nil && idempotencyKey == nil && runID == nil
    return isEmpty ? nil : .holding(self)
  }
}

extension WorkflowClient {
  /// Keeps the run where it outlives the process. Default: none; nothing is saved or waited for.
  ///
  /// See <doc:Checkpoints>.
  public var checkpoint: (any WorkflowCheckpoint)? {
    get { durability?.checkpoint }
    set { change { $0.checkpoint = newValue } }
  }

  /// The header field for keys of idempotency. Default: none; no key is sent.
  ///
  /// See <doc:Idempotency>.
  public var idempotencyKey: IdempotencyKey? {
    get { durability?.idempotencyKey }
    set { change { $0.idempotencyKey = newValue } }
  }

  /// The identifier of the next run. Default: `nil` for a random one.
  ///
  /// Set another one for each run. A resumed run keeps its own.
  public var runID: String? {
    get { durability?.runID }
    set { change { $0.runID = newValue } }
  }

  /// A client with which a workflow goes on from where a run was saved.
  ///
  /// Call the same function with the same inputs. Its steps that were saved are not sent again; it
  /// goes on from the first one that wasn't, inside the workflow that was called if there is one.
  /// A function of another workflow or another plan throws
  /// ``WorkflowError/Code/savedRunRejected`` and sends nothing.
  public func resuming(_ run: SavedRun) -> WorkflowClient {
    var client = self
    client.change { $0.saved = run }
    return client
  }

  var durability: Durability? {
    if case .holding(let durability)? = durabilityBox { durability } else { nil }
  }

  private mutating func change(_ body: (inout Durability) -> Void) {
    var durability = durability ?? Durability()
    body(&durability)
    durabilityBox = durability.box
  }
}

extension WorkflowClient {
  /// A client for the workflows that run before another one, and for that one: together they are a
  /// run.
  @_spi(Generated) public func withDependencies(of plan: SavedPlan) -> WorkflowClient {
    guard place != nil || durabilityBox != nil else { return self }
    var client = self
    client.place = place(
      of: SavedPlan(plan.workflow, digest: plan.digest + " after its dependencies"))
    return client
  }

  /// The place of the next workflow; `nil` where nothing is kept of it.
  func place(of plan: SavedPlan) -> RunPlace? {
    if let place { return place.called(plan) }
    guard let durability else { return nil }
    if let saved = durability.saved {
      let record = RunRecord(saved)
      record.root.require(plan)
      return RunPlace(record: record, frame: record.root)
    }
    guard durability.checkpoint != nil || durability.idempotencyKey != nil else { return nil }
    let record = RunRecord(id: durability.runID ?? UUID().uuidString.lowercased(), plan)
    return RunPlace(record: record, frame: record.root)
  }
}
