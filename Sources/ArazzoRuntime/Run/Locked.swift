#if canImport(Darwin)
  import os
#else
  import Foundation
#endif

/// A value that any thread may change; nothing waits while it is held.
///
/// Elsewhere than on Apple's systems this is not `Synchronization.Mutex`: the thread sanitizer can't see
/// into its slow path and reports a race for each lock that two threads want at the same time.
package final class Locked<Value: Sendable>: Sendable {
  #if canImport(Darwin)
    private let value: OSAllocatedUnfairLock<Value>

    package init(_ value: Value) {
      self.value = OSAllocatedUnfairLock(initialState: value)
    }

    /// Reads or changes the value.
    package func withLock<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
      value.withLock { body(&$0) }
    }
  #else
    private let lock = NSLock()
    /// Unsafe to the compiler, which can't see that it is read and changed while `lock` is held alone.
    private nonisolated(unsafe) var value: Value

    package init(_ value: Value) { self.value = value }

    /// Reads or changes the value.
    package func withLock<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
      lock.withLock { body(&value) }
    }
  #endif
}
