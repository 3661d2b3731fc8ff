import ArazzoDocuments
import Foundation

/// Threads that work on the values of a list, one for each core.
enum Workers {
  /// The stack of a thread: as large as that of a main thread, for deep documents.
  private static let stackSize = 8 << 20

  /// The results of a function for each value, in the order of the values.
  ///
  /// Each thread begins in a part of the list of its own, as neighbours tend to need the same
  /// sources; one that is done takes from the end of the longest part that is left.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    _ result: @escaping @Sendable (Value) -> Result
  ) -> [Result] {
    let count = min(threads, values.count)
    guard count > 1 else { return values.map(result) }
    let open = Shared(Parts(of: values.count, count: count))
    let results = Shared([Result?](repeating: nil, count: values.count))
    let work: @Sendable (Int) -> Void = { worker in
      while let index = open.withLock({ $0.next(of: worker) }) {
        let result = result(values[index])
        results.withLock { $0[index] = result }
      }
    }
    let group = DispatchGroup()
    for worker in 1..<count {
      group.enter()
      let thread = Thread {
        work(worker)
        group.leave()
      }
      thread.stackSize = stackSize
      thread.start()
    }
    work(0)
    group.wait()
    return results.withLock { $0.compactMap(\.self) }
  }

  /// The indices that nobody has taken, a range for each thread.
  private struct Parts {
    private var ranges: [Range<Int>]

    init(of total: Int, count: Int) {
      ranges = (0..<count).map { total * $0 / count..<total * ($0 + 1) / count }
    }

    mutating func next(of worker: Int) -> Int? {
      if let first = ranges[worker].popFirst() { return first }
      let longest = ranges.indices.max { ranges[$0].count < ranges[$1].count }
      return longest.flatMap { ranges[$0].popLast() }
    }
  }
}

extension Range<Int> {
  fileprivate mutating func popFirst() -> Int? {
    guard let first else { return nil }
    self = first + 1..<upperBound
    return first
  }

  fileprivate mutating func popLast() -> Int? {
    guard let last else { return nil }
    self = lowerBound..<last
    return last
  }
}
