import Foundation

/// What is kept of a run, the workflows that it calls included, where the client asks for it.
///
/// A run that is resumed begins by replaying what was saved: nothing is sent, and no observer is
/// told, until it comes to something that was not saved.
final class RunRecord: Sendable {
  let id: String
  let root: RunFrame
  /// When the saved run was saved, and when its wait was due.
  private let resumed: (savedAt: Date, due: Date?)?
  private let progress: Locked<Progress>

  private struct Progress: Sendable {
    var isReplaying: Bool
    /// The time on the clock at which the histories of the run are at zero.
    var origin: Duration?
  }

  /// The record of a run that begins.
  init(id: String, _ plan: SavedPlan) {
    self.id = id
    root = RunFrame(plan, path: "")
    resumed = nil
    progress = Locked(Progress(isReplaying: false, origin: .zero))
  }

  /// The record of a run that goes on.
  init(_ saved: SavedRun) {
    id = saved.id
    let called = Dictionary(saved.called.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    root = RunFrame(saved.root, called)
    resumed = (saved.savedAt, saved.due)
    progress = Locked(Progress(isReplaying: !saved.root.journal.isEmpty, origin: nil))
  }

  /// Whether nothing has happened yet that was not saved.
  var isReplaying: Bool { progress.withLock { $0.isReplaying } }

  /// Notes that something happens for the first time.
  func goLive() { progress.withLock { $0.isReplaying = false } }

  /// The time for histories: that between processes counts as far as the run was to wait.
  func now(_ clock: any WorkflowClock) async -> Duration {
    let now = await clock.now
    if let origin = progress.withLock({ $0.origin }) { return now - origin }
    var waited = Duration.zero
    if let resumed, let due = resumed.due {
      waited = .between(resumed.savedAt, min(due, await clock.date))
    }
    let origin = now - waited
    return now
      - progress.withLock { progress in
        progress.origin = progress.origin ?? origin
        return progress.origin ?? origin
      }
  }

  /// The run as it stands.
  func saved(before step: String, due: Date?, _ clock: any WorkflowClock) async -> SavedRun {
    let now = await now(clock)
    var called: [SavedFrame] = []
    let root = root.save(at: now, called: &called)
    return SavedRun(
      id: id, savedAt: await clock.date, step: step, due: due, root: root, called: called)
  }
}

extension Duration {
  /// From one date to another; zero where the other is earlier, and a number of years at most.
  static func between(_ date: Date, _ later: Date) -> Duration {
    .seconds(min(max(later.timeIntervalSince(date), 0), 1_000_000_000))
  }
}

/// Where in the record of a run a workflow is.
struct RunPlace: Sendable {
  let record: RunRecord
  let frame: RunFrame

  /// The place of a workflow that this one calls.
  func called(_ plan: SavedPlan) -> RunPlace {
    let (child, isNew) = frame.call(plan)
    if isNew { record.goLive() }
    return RunPlace(record: record, frame: child)
  }

  /// Notes that the workflow enters a state.
  func enter(_ state: any WorkflowState, _ history: StepHistory, isAhead: Bool = false) {
    if frame.enter(state, history, isAhead: isAhead) { record.goLive() }
  }
}
