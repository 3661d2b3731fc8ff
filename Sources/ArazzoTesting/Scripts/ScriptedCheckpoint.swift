public import ArazzoRuntime
import Foundation

/// A checkpoint that keeps what is saved in memory, as the JSON that it becomes.
///
/// ```swift
/// let checkpoint = ScriptedCheckpoint(onWait: { _ in .park })
/// let client = WorkflowClient(transport: transport, clock: clock, checkpoint: checkpoint)
/// let error = await #expect(throws: WorkflowError.self) {
///   try await runAppAndPoll(inputs, client: client)
/// }
/// let saved = try #require(error?.parked?.run)
/// _ = try await runAppAndPoll(inputs, client: client.resuming(saved))
/// ```
public final class ScriptedCheckpoint: WorkflowCheckpoint {
  private let saved = Locked<[Data]>([])
  private let onSave: @Sendable (_ number: Int) async throws -> Void
  private let onWait: @Sendable (PendingWait) async throws -> WaitDecision

  /// Creates a checkpoint without a saved run.
  ///
  /// - Parameters:
  ///   - onSave: Is called before a run is saved for the time `number`, from 1 on. Throw to fail.
  ///   - onWait: Decides about a wait. By default the workflow waits.
  public init(
    onSave: @escaping @Sendable (_ number: Int) async throws -> Void = { _ in },
    onWait: @escaping @Sendable (PendingWait) async throws -> WaitDecision = { _ in .wait }
  ) {
    self.onSave = onSave
    self.onWait = onWait
  }

  /// How often a run was saved.
  public var count: Int { saved.withLock { $0.count } }

  /// The JSON of what was saved, in order. It can hold secrets.
  public var texts: [String] {
    saved.withLock { $0 }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What was saved last, read from its JSON; `nil` if nothing was saved.
  public var last: SavedRun? {
    get throws {
      try saved.withLock { $0.last }.map { try JSONDecoder().decode(SavedRun.self, from: $0) }
    }
  }

  /// Keeps the run, unless the script fails.
  public func save(_ run: SavedRun) async throws {
    try await onSave(count + 1)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(run)
    saved.withLock { $0.append(data) }
  }

  /// Does what the script says.
  public func decide(on wait: PendingWait) async throws -> WaitDecision { try await onWait(wait) }
}
