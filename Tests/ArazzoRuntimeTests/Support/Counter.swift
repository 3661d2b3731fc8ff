/// Counts what happens on a server.
actor Counter {
  private(set) var count = 0

  func increment() { count += 1 }
}
