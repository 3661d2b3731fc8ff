/// What a run remembers about its steps: which ran, how often loops were passed through, how many
/// retries are spent.
struct StepHistory: Sendable {
  /// The step that began last.
  var current: String?
  /// An array, because they are few and a set takes twice the room.
  var stepsRun: [String] = []
  /// Loops that have not been left, which are few.
  private(set) var loops: [Loop] = []
  /// Retries since a step was entered from elsewhere.
  var retries: [String: Retries] = [:]
  var pendingRetry: String?

  /// A loop over some steps.
  struct Loop: Sendable {
    /// The step that the loop goes back to.
    let first: String
    private(set) var steps: [String] = []
    /// Passes, the first included.
    var passes = 1
    let start: Duration
    var waited: Duration = .zero
    /// How many waits were the polling policy's.
    var delays = 0
    var isPoll = false
    /// The state that the last pass began with.
    var entered: SavedState?

    init(_ first: String, start: Duration) { (self.first, self.start) = (first, start) }

    /// Notes steps of the loop.
    mutating func add(_ others: [String], _ step: String, _ other: String) {
      for step in others where !steps.contains(step) { steps.append(step) }
      for step in [step, other] where !steps.contains(step) { steps.append(step) }
    }
  }

  /// What a step has spent of the budgets of its retry actions.
  struct Retries: Sendable {
    var spent: [String: Int] = [:]
    let start: Duration
    var delays = 0
  }

  /// Notes that a step runs: loops that it is not in have been left, and unless a retry led to it
  /// its retries start anew.
  mutating func begin(_ step: String) {
    current = step
    _ = isRepeated(step)
    loops.removeAll { !$0.steps.contains(step) }
    if pendingRetry == step { pendingRetry = nil } else if !retries.isEmpty { retries[step] = nil }
  }

  /// The loop that goes back to a step, unless it has been left.
  func loop(_ first: String) -> Loop? { loops.first { $0.first == first } }

  /// Keeps a loop with what its passes have spent.
  mutating func keep(_ loop: Loop) {
    if let index = loops.firstIndex(where: { $0.first == loop.first }) {
      loops[index] = loop
    } else {
      loops.append(loop)
    }
  }

  /// The step whose actions are asked: the one to try again, where what was to run first has failed.
  var actionStep: String { pendingRetry ?? current ?? "" }

  /// Notes that an action is taken, and gives its step.
  mutating func recordAction() -> String {
    defer { pendingRetry = nil }
    return actionStep
  }

  /// Notes a jump to a step; whether it goes back to one that has run.
  mutating func isRepeated(_ step: String) -> Bool {
    if stepsRun.contains(step) { return true }
    stepsRun.append(step)
    return false
  }

  mutating func spendRetry(_ action: String, of step: String, now: Duration) {
    retries[step, default: Retries(start: now)].spent[action, default: 0] += 1
    pendingRetry = step
  }
}
