/// How much work a match or a query may still be, counted in instructions of a pattern.
struct Budget {
  /// A few seconds of work, whatever the pattern, the query and the value.
  static let total = 1_000_000_000
  /// What a node of a query costs, its place in memory included.
  static let node = 100

  /// What it costs to remember something of a character: it takes memory, which has less room.
  static let remembered = 4

  private(set) var rest: Int

  init(_ rest: Int = Budget.total) { self.rest = rest }

  var isSpent: Bool { rest < 0 }

  /// Takes so much off; false where that is more than is left.
  mutating func spend(_ amount: Int) -> Bool {
    guard rest >= 0 else { return false }
    rest -= amount
    return rest >= 0
  }
}
