import Foundation

/// Times of several contenders that do the same work in turn.
struct Comparison {
  private let title: String
  /// How many pieces of work a turn has; times are told for one.
  private let pieces: Int
  private let clock: Clock
  private var contenders: [(name: String, times: [Duration])] = []

  init(_ title: String, pieces: Int = 1, clock: Clock = .wall) {
    self.title = title
    self.pieces = pieces
    self.clock = clock
  }

  /// What is measured.
  enum Clock {
    /// The time that passes.
    case wall
    /// The time that processors work for this process, whatever else they do.
    case processor

    fileprivate var now: Duration {
      var time = timespec()
      clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
      return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }
  }

  /// Times one turn of a contender; the one that is timed first is what the others are compared to.
  mutating func time(_ contender: String, _ turn: () throws -> Void) rethrows {
    let start = clock.now
    try turn()
    note(clock.now - start, of: contender)
  }

  /// Times one turn of a contender that waits.
  mutating func time(
    _ contender: String, isolation: isolated (any Actor)? = #isolation,
    _ turn: () async throws -> Void
  ) async rethrows {
    let start = clock.now
    try await turn()
    note(clock.now - start, of: contender)
  }

  private mutating func note(_ time: Duration, of contender: String) {
    if let index = contenders.firstIndex(where: { $0.name == contender }) {
      contenders[index].times.append(time)
    } else {
      contenders.append((contender, [time]))
    }
  }
}

extension Comparison {
  /// The time of the last contender beside that of the first, in the median round.
  var ratio: Double? {
    guard let first = contenders.first, let last = contenders.last else { return nil }
    let ratios = zip(first.times, last.times).map { $1 / $0 }.sorted()
    return ratios.isEmpty ? nil : ratios[ratios.count / 2]
  }

  /// That the last contender takes at most so many times as long as the first.
  func goal(_ limit: Double) -> [Goal] {
    ratio.map { [Goal(name: title, ratio: $0, limit: limit)] } ?? []
  }
}

extension Comparison: CustomStringConvertible {
  /// The medians and their ratios to the first one, as a table.
  var description: String {
    let medians = contenders.map { (name: $0.name, time: $0.times.median / pieces) }
    guard let first = medians.first else { return title }
    let rows = medians.map { median in
      "  " + median.name.padded(to: 38)
        + median.time.readable.padded(to: 12, atEnd: false)
        + "\(decimal: median.time / first.time, digits: 2) ×".padded(to: 12, atEnd: false)
    }
    return ([title] + rows).joined(separator: "\n") + "\n"
  }
}

extension [Duration] {
  fileprivate var median: Duration { isEmpty ? .zero : sorted()[count / 2] }
}
