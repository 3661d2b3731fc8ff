/// The points in time that the workflows of a process wait for: time limits and the ends of waits.
///
/// One task sleeps until the first of them, whatever their number. A time limit that is removed in
/// time, as most are, starts and cancels no timer.
final class DeadlineQueue: Sendable {
  /// The queue of the process.
  static let shared = DeadlineQueue()

  /// Identifies an entry.
  typealias Ticket = Int

  private let state = Locked(State())
  private let now: @Sendable () -> ContinuousClock.Instant
  private let wait: @Sendable (ContinuousClock.Instant) async throws -> Void

  /// Creates a queue.
  ///
  /// - Parameters:
  ///   - now: The time.
  ///   - wait: Waits until a point in time. Throws if the task is cancelled.
  init(
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
    wait: @escaping @Sendable (ContinuousClock.Instant) async throws -> Void = {
      try await Task.sleep(until: $0, clock: .continuous)
    }
  ) {
    self.now = now
    self.wait = wait
  }

  /// Calls an action at a point in time, unless the entry is removed first.
  func add(
    at instant: ContinuousClock.Instant, _ action: @escaping @Sendable () -> Void
  ) -> Ticket {
    state.withLock { state in
      let ticket = state.newTicket()
      state.add(ticket, at: instant, .action(action), ring: alarm)
      return ticket
    }
  }

  /// Removes an entry; false if its time has come.
  func remove(_ ticket: Ticket) -> Bool { take(ticket) != nil }

  /// What waits until a point in time.
  func sleeper(until instant: ContinuousClock.Instant) -> Sleeper {
    Sleeper(self, state.withLock { $0.newTicket() }, until: instant)
  }

  fileprivate func add(
    _ sleeper: UnsafeContinuation<Void, any Error>, _ ticket: Ticket,
    at instant: ContinuousClock.Instant
  ) {
    state.withLock { $0.add(ticket, at: instant, .sleeper(sleeper), ring: alarm) }
    if Task.isCancelled { cancel(ticket) }
  }

  fileprivate func cancel(_ ticket: Ticket) {
    if case .sleeper(let sleeper) = take(ticket) { sleeper.resume(throwing: CancellationError()) }
  }

  private func take(_ ticket: Ticket) -> Entry? { state.withLock { $0.take(ticket) } }

  /// A task that calls what is due at a point in time.
  private func alarm(_ instant: ContinuousClock.Instant) -> Task<Void, Never> {
    // Detached: a task that inherits would keep the task-local values of a request.
    Task.detached { [self] in
      guard (try? await wait(instant)) != nil else { return }
      let now = now()
      for entry in state.withLock({ $0.takeDue(at: now, ring: alarm) }) {
        switch entry {
        case .action(let action): action()
        case .sleeper(let sleeper): sleeper.resume()
        }
      }
    }
  }
}

/// A wait until a point in time.
///
/// An object, so that its `async` function keeps room for a reference only.
final class Sleeper: Sendable {
  private let queue: DeadlineQueue
  private let ticket: DeadlineQueue.Ticket
  private let instant: ContinuousClock.Instant

  fileprivate init(
    _ queue: DeadlineQueue, _ ticket: DeadlineQueue.Ticket, until instant: ContinuousClock.Instant
  ) {
    (self.queue, self.ticket, self.instant) = (queue, ticket, instant)
  }

  /// Waits. Throws if the task is cancelled.
  func sleep() async throws {
    try await withTaskCancellationHandler {
      // Whoever takes the entry resumes it: the alarm, or one of the two lines that cancel it.
      try await withUnsafeThrowingContinuation(begin)
    } onCancel: {
      queue.cancel(ticket)
    }
  }

  @inline(never)
  private func begin(_ continuation: UnsafeContinuation<Void, any Error>) {
    queue.add(continuation, ticket, at: instant)
  }
}

extension DeadlineQueue {
  /// What happens at a point in time.
  fileprivate enum Entry: Sendable {
    case action(@Sendable () -> Void)
    case sleeper(UnsafeContinuation<Void, any Error>)
  }

  /// Creates the task that is to run at a point in time.
  fileprivate typealias Alarm = (ContinuousClock.Instant) -> Task<Void, Never>

  fileprivate struct State: Sendable {
    fileprivate struct Place: Sendable {
      let instant: ContinuousClock.Instant
      let ticket: Ticket
    }

    private var lastTicket: Ticket = 0
    fileprivate var entries: [Ticket: Entry] = [:]
    /// A binary heap with the first entry at its top. It also holds places whose entry was removed.
    fileprivate var places: [Place] = []
    private var alarm: (instant: ContinuousClock.Instant, task: Task<Void, Never>)?

    mutating func newTicket() -> Ticket {
      lastTicket += 1
      return lastTicket
    }

    mutating func add(
      _ ticket: Ticket, at instant: ContinuousClock.Instant, _ entry: Entry, ring: Alarm
    ) {
      entries[ticket] = entry
      push(Place(instant: instant, ticket: ticket))
      if let alarm, alarm.instant <= instant { return }
      alarm?.task.cancel()
      alarm = (instant, ring(instant))
    }

    mutating func take(_ ticket: Ticket) -> Entry? {
      guard let entry = entries.removeValue(forKey: ticket) else { return nil }
      if places.count > 64, places.count > 4 * entries.count { dropRemoved() }
      return entry
    }

    /// Takes the entries whose time has come, and sets the alarm for the next one.
    mutating func takeDue(at now: ContinuousClock.Instant, ring: Alarm) -> [Entry] {
      var due: [Entry] = []
      while let first = places.first {
        if let entry = entries[first.ticket] {
          guard first.instant <= now else { break }
          due.append(entry)
          entries[first.ticket] = nil
        }
        removeFirst()
      }
      alarm = places.first.map { ($0.instant, ring($0.instant)) }
      return due
    }
  }
}

extension DeadlineQueue.State {
  fileprivate mutating func push(_ place: Place) {
    places.append(place)
    var child = places.count - 1
    while child > 0, places[child].instant < places[(child - 1) / 2].instant {
      places.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  fileprivate mutating func removeFirst() {
    places.swapAt(0, places.count - 1)
    places.removeLast()
    sink(0)
  }

  fileprivate mutating func sink(_ start: Int) {
    var parent = start
    while true {
      var first = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < places.count {
        if places[child].instant < places[first].instant { first = child }
      }
      if first == parent { return }
      places.swapAt(parent, first)
      parent = first
    }
  }

  fileprivate mutating func dropRemoved() {
    places.removeAll { entries[$0.ticket] == nil }
    for parent in (0..<places.count / 2).reversed() { sink(parent) }
  }
}
