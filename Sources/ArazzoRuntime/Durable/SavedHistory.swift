/// The history of a workflow's steps as it is saved: times are those that have passed.
struct SavedHistory: Sendable {
  var current: String?
  var stepsRun: [String] = []
  var loops: [Loop] = []
  var retries: [String: Retries] = [:]
  var pendingRetry: String?

  struct Loop: Sendable {
    var first: String
    var steps: [String]
    var passes: Int
    var elapsed: Duration
    var waited: Duration
    var delays: Int
    var isPoll: Bool
    var entered: SavedState?
  }

  struct Retries: Sendable {
    var spent: [String: Int]
    var elapsed: Duration
    var delays: Int
  }
}

extension SavedHistory {
  /// - Parameter now: The time on which the times of the history are.
  init(_ history: StepHistory, now: Duration) {
    current = history.current
    stepsRun = history.stepsRun.sorted()
    loops = history.loops.map { loop in
      Loop(
        first: loop.first, steps: loop.steps, passes: loop.passes, elapsed: now - loop.start,
        waited: loop.waited, delays: loop.delays, isPoll: loop.isPoll,
        // Only an iteration compares it with the next state.
        entered: loop.isPoll ? nil : loop.entered)
    }
    retries = history.retries.mapValues { retries in
      Retries(spent: retries.spent, elapsed: now - retries.start, delays: retries.delays)
    }
    pendingRetry = history.pendingRetry
  }
}

extension StepHistory {
  /// The history at the time zero.
  init(_ saved: SavedHistory) {
    current = saved.current
    stepsRun = saved.stepsRun
    pendingRetry = saved.pendingRetry
    saved.loops.map(Loop.init).forEach { keep($0) }
    retries = saved.retries.mapValues { retries in
      Retries(spent: retries.spent, start: .zero - retries.elapsed, delays: retries.delays)
    }
  }
}

extension StepHistory.Loop {
  fileprivate init(_ saved: SavedHistory.Loop) {
    self.init(saved.first, start: .zero - saved.elapsed)
    add(saved.steps, saved.first, saved.first)
    (passes, waited, delays) = (saved.passes, saved.waited, saved.delays)
    (isPoll, entered) = (saved.isPoll, saved.entered)
  }
}

extension SavedHistory: Codable {
  private enum Key: String, CodingKey { case current, ran, loops, retries, pending }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    current = try container.decodeIfPresent(String.self, forKey: .current)
    stepsRun = try container.decodeIfPresent([String].self, forKey: .ran) ?? []
    loops = try container.decodeIfPresent([Loop].self, forKey: .loops) ?? []
    retries = try container.decodeIfPresent([String: Retries].self, forKey: .retries) ?? [:]
    pendingRetry = try container.decodeIfPresent(String.self, forKey: .pending)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(current, forKey: .current)
    try container.encode(stepsRun, forKey: .ran)
    if !loops.isEmpty { try container.encode(loops, forKey: .loops) }
    if !retries.isEmpty { try container.encode(retries, forKey: .retries) }
    try container.encodeIfPresent(pendingRetry, forKey: .pending)
  }
}

extension SavedHistory.Loop: Codable {
  private enum Key: String, CodingKey {
    case first, steps, passes, elapsed, waited, delays, polls, entered
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    first = try container.decode(String.self, forKey: .first)
    steps = try container.decode([String].self, forKey: .steps)
    passes = try container.count(forKey: .passes)
    elapsed = try container.duration(forKey: .elapsed)
    waited = try container.duration(forKey: .waited)
    delays = try container.count(forKey: .delays)
    isPoll = try container.decode(Bool.self, forKey: .polls)
    entered = try container.decodeIfPresent(SavedState.self, forKey: .entered)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(first, forKey: .first)
    try container.encode(steps, forKey: .steps)
    try container.encode(passes, forKey: .passes)
    try container.encode(elapsed.inSeconds, forKey: .elapsed)
    try container.encode(waited.inSeconds, forKey: .waited)
    try container.encode(delays, forKey: .delays)
    try container.encode(isPoll, forKey: .polls)
    try container.encodeIfPresent(entered, forKey: .entered)
  }
}

extension SavedHistory.Retries: Codable {
  private enum Key: String, CodingKey { case spent, elapsed, delays }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    spent = try container.counts(forKey: .spent)
    elapsed = try container.duration(forKey: .elapsed)
    delays = try container.count(forKey: .delays)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(spent, forKey: .spent)
    try container.encode(elapsed.inSeconds, forKey: .elapsed)
    try container.encode(delays, forKey: .delays)
  }
}
