/// Bounds how many servers run at a time.
///
/// Tests run at the same time, and each has servers and connections of its own. `URLSession` on Linux waits
/// for its connections with `select`, which can't name a file descriptor from 1,024 on.
actor ServerGate {
  static let shared = ServerGate(places: 64)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { free = places }

  /// Waits for a free place.
  func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Gives the place to the server that has waited longest.
  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
