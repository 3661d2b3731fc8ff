/// One workflow of a run.
final class RunFrame: Sendable {
  let plan: SavedPlan
  /// The numbers of the calls that led to it, which no other workflow of the run has.
  let path: String
  private let contents: Locked<Contents>

  private struct Contents: Sendable {
    var state: SavedState?
    var history = StepHistory()
    var visits: [String: Int] = [:]
    var calls = 0
    var journal: [JournalEntry<RunFrame>] = []
    /// How much of the journal is replayed.
    var position = 0
    /// Whether the state was entered before its turn, by a wait or by the process that saved it.
    var isEntered = false
    /// Why the run can't go on.
    var fault: SavedStateError?
  }

  init(_ plan: SavedPlan, path: String, fault: SavedStateError? = nil) {
    self.plan = plan
    self.path = path
    contents = Locked(Contents(fault: fault))
  }

  /// - Parameter called: The frames of the run by their paths.
  init(_ saved: SavedFrame, _ called: [String: SavedFrame]) {
    plan = saved.plan
    path = saved.path
    contents = Locked(
      Contents(
        state: saved.state, history: StepHistory(saved.history), visits: saved.visits,
        calls: saved.calls,
        journal: saved.journal.map { entry in
          entry.mapCall { number, _ in
            let path = "\(saved.path)/\(number)"
            return called[path].map { RunFrame($0, called) }
              ?? RunFrame(SavedPlan("", digest: ""), path: path)
          }
        },
        isEntered: saved.state != nil))
  }

  var state: SavedState? { contents.withLock { $0.state } }
  var history: StepHistory { contents.withLock { $0.history } }
  var fault: SavedStateError? { contents.withLock { $0.fault } }

  /// Notes that the run can't go on: what was saved isn't what happens.
  func refuse(_ reason: String) -> SavedStateError {
    let fault = SavedStateError(reason, expecting: plan.workflow)
    contents.withLock { $0.fault = $0.fault ?? fault }
    return fault
  }

  // MARK: states

  /// Notes that a state is entered, so that nothing before it is needed any more.
  ///
  /// - Parameter isAhead: Whether a wait enters the state that comes after it.
  /// - Returns: Whether the state is one that was not saved, or nothing but a wait follows it.
  func enter(_ state: any WorkflowState, _ history: StepHistory, isAhead: Bool = false) -> Bool {
    contents.withLock { contents in
      if contents.isEntered {
        contents.isEntered = false
        return contents.journal[contents.position...].allSatisfy(\.isWait)
      }
      if contents.position < contents.journal.count {
        contents.fault = SavedStateError(Self.otherOrder, expecting: plan.workflow)
      }
      (contents.state, contents.history) = (.live(state), history)
      (contents.journal, contents.position) = ([], 0)
      contents.isEntered = isAhead
      return true
    }
  }

  static var otherOrder: String { "its steps ran in another order" }

  // MARK: the journal

  /// What happened next, according to what was saved.
  var upcoming: JournalEntry<RunFrame>? {
    contents.withLock { $0.position < $0.journal.count ? $0.journal[$0.position] : nil }
  }

  /// Goes on to the next entry.
  func advance() { contents.withLock { $0.position += 1 } }

  /// Adds what has happened now.
  func add(_ entry: JournalEntry<RunFrame>) {
    contents.withLock { contents in
      contents.journal.append(entry)
      contents.position = contents.journal.count
    }
  }

  /// The frame of a workflow that is called, and whether it is new.
  func call(_ called: SavedPlan) -> (frame: RunFrame, isNew: Bool) {
    if let fault { return (RunFrame(called, path: path, fault: fault), false) }
    guard let entry = upcoming else {
      let number = contents.withLock { contents in
        contents.calls += 1
        return contents.calls - 1
      }
      let frame = RunFrame(called, path: "\(path)/\(number)")
      add(.call(number: number, frame))
      return (frame, true)
    }
    guard case .call(_, let frame) = entry else {
      return (RunFrame(called, path: path, fault: refuse(Self.otherOrder)), false)
    }
    advance()
    frame.require(called)
    return (frame, false)
  }

  /// Refuses to go on as another workflow, or by another plan.
  func require(_ plan: SavedPlan) {
    if let reason = self.plan.difference(to: plan) {
      let fault = SavedStateError(reason, expecting: plan.workflow)
      contents.withLock { $0.fault = fault }
    }
  }

  // MARK: visits

  /// How many responses a step has received.
  func visits(of step: String) -> Int { contents.withLock { $0.visits[step] ?? 0 } }

  /// Notes that a step has received a response.
  func visit(_ step: String) { contents.withLock { $0.visits[step, default: 0] += 1 } }

  // MARK: saving

  /// The workflow as it stands; what it has called is added to `called`.
  func save(at now: Duration, called: inout [SavedFrame]) -> SavedFrame {
    let contents = contents.withLock { $0 }
    for case .call(_, let frame) in contents.journal {
      called.append(frame.save(at: now, called: &called))
    }
    return SavedFrame(
      path: path, plan: plan, state: contents.state,
      history: SavedHistory(contents.history, now: now),
      visits: contents.visits, calls: contents.calls,
      journal: contents.journal.map { $0.mapCall { _, _ in SavedCall() } })
  }
}

extension JournalEntry {
  var isWait: Bool { if case .wait = self { true } else { false } }

  /// The entry with another form of the workflow that was called.
  func mapCall<Other>(_ transform: (Int, Call) -> Other) -> JournalEntry<Other> {
    switch self {
    case .response(let step, let response): .response(step: step, response)
    case .failure(let step, let failure): .failure(step: step, failure)
    case .wait(let step, let wait): .wait(step: step, wait)
    case .call(let number, let call): .call(number: number, transform(number, call))
    }
  }
}
