import Foundation

/// A value that the threads of a run share: one at a time reads or changes it.
///
/// The runtime has `Locked` for itself: neither the generator nor the runtime knows the other.
package final class Shared<Value: Sendable>: Sendable {
  private let lock = NSLock()
  /// Unsafe to the compiler, which can't see that it is read and changed while `lock` is held alone.
  private nonisolated(unsafe) var value: Value

  package init(_ value: Value) { self.value = value }

  /// Reads or changes the value.
  package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try lock.withLock { try body(&value) }
  }
}
