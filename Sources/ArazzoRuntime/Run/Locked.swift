#if canImport(Darwin)
  import os
#else
  import Foundation
#endif

/// A value that any thread may change; nothing waits while it is held.
///
/// Elsewhere than on Apple's systems this is not `Synchronization.Mutex`: the thread sanitizer can't see
/// into its slow path and reports a race for each lock that two threads want at the same time.
package struct Locked<Value: Sendable>: Sendable {
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
    /// Unsafe to the compiler, which can't see that the value is read and changed while the mutex
    /// beside it is held.
    private nonisolated(unsafe) let buffer: LockedBuffer<Value>

    package init(_ value: Value) { buffer = .holding(value) }

    /// Reads or changes the value.
    package func withLock<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
      buffer.withUnsafeMutablePointers { value, mutex in
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&value.pointee)
      }
    }
  #endif
}

#if !canImport(Darwin)
  /// A value and its mutex in one object; `NSLock` is four.
  private final class LockedBuffer<Value>: ManagedBuffer<Value, pthread_mutex_t> {
    static func holding(_ value: Value) -> LockedBuffer {
      let buffer = create(minimumCapacity: 1) { buffer in
        buffer.withUnsafeMutablePointerToElements { _ = pthread_mutex_init($0, nil) }
        return value
      }
      return unsafeDowncast(buffer, to: LockedBuffer.self)
    }

    deinit { withUnsafeMutablePointerToElements { _ = pthread_mutex_destroy($0) } }
  }
#endif
