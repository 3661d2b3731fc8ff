public import Foundation

/// Keeps a run where it outlives the process: in a file, a database, or an engine for workflows.
///
/// A workflow waits for ``save(_:)`` before each request and before each wait. A process that dies
/// can be replaced by another one, which goes on from what was saved last; see <doc:Checkpoints>.
public protocol WorkflowCheckpoint: Sendable {
  /// Saves a run, in place of what was saved of it before.
  ///
  /// When it throws, nothing is sent, and the workflow ends with
  /// ``WorkflowError/Code/checkpointFailed``.
  ///
  /// - Parameter run: What to save. It can hold secrets.
  func save(_ run: SavedRun) async throws

  /// Decides what to do about a wait: the workflow waits, or it ends and is called again later.
  ///
  /// The run was saved before. The default implementation lets the workflow wait.
  func decide(on wait: PendingWait) async throws -> WaitDecision
}

extension WorkflowCheckpoint {
  /// Lets the workflow wait.
  public func decide(on wait: PendingWait) async throws -> WaitDecision { .wait }
}

/// What a checkpoint decides about a wait.
public enum WaitDecision: Sendable, Hashable {
  /// The workflow waits.
  case wait
  /// The workflow ends with ``WorkflowError/Code/parked``. The host calls it again with the saved
  /// run, at best when the wait is due.
  case park
}

/// A wait that a workflow is about to begin.
public struct PendingWait: Sendable {
  /// The run as it was saved for the wait.
  public let run: SavedRun
  /// The identifier of the workflow that waits, which may be one that another workflow calls.
  public let workflow: String
  /// The identifier of the step after the wait.
  public let step: String
  /// How long the wait is.
  public let duration: Duration
  /// When the wait ends.
  public let due: Date
  /// The reason for the wait.
  public let reason: WorkflowEvent.WaitReason
}

/// A run that ended in place of a wait, because its checkpoint decided so.
public struct ParkedRun: Error, Sendable {
  /// The run, to go on from with ``WorkflowClient/resuming(_:)``.
  public let run: SavedRun
  /// When the wait ends. A workflow that is called before waits for the rest.
  public let due: Date
}

extension WorkflowError {
  /// The run, where the code is ``WorkflowError/Code/parked``.
  public var parked: ParkedRun? { underlyingError as? ParkedRun }
}
