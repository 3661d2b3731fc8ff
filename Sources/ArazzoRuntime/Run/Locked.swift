#if canImport(Darwin)
  import os
#else
  import Synchronization
#endif

/// A value that any thread may change; nothing waits while it is held.
package final class Locked<Value: Sendable>: Sendable {
  #if canImport(Darwin)
    private let value: OSAllocatedUnfairLock<Value>
  #else
    private let value: Mutex<Value>
  #endif

  package init(_ value: Value) {
    #if canImport(Darwin)
      self.value = OSAllocatedUnfairLock(initialState: value)
    #else
      self.value = Mutex(value)
    #endif
  }

  /// Reads or changes the value.
  package func withLock<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
    value.withLock { body(&$0) }
  }
}
