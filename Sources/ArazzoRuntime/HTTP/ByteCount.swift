#if canImport(Darwin)
  import os
#else
  import Synchronization
#endif

/// Counts bytes from any thread.
final class ByteCount: Sendable {
  #if canImport(Darwin)
    private let count = OSAllocatedUnfairLock(initialState: 0)
  #else
    private let count = Mutex(0)
  #endif

  /// Adds bytes, and gives how many there are now.
  func add(_ bytes: Int) -> Int {
    count.withLock { count in
      count += bytes
      return count
    }
  }
}
