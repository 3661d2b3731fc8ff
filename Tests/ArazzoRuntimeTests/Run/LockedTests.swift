@_spi(Generated) import ArazzoRuntime
import Testing

@Suite("A locked value")
struct LockedTests {
  /// Under the thread sanitizer this also fails when the lock is one that it can't see.
  @Test("no change is lost when many tasks want the lock at the same time")
  func contention() async {
    let count = Locked(0)
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<10_000 { count.withLock { $0 += 1 } }
        }
      }
    }
    #expect(count.withLock { $0 } == 80_000)
  }
}
