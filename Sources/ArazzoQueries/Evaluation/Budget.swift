/// How much work a match or a query may still be, counted in instructions of a pattern.
struct Budget {
  /// A few seconds of work, whatever the pattern, the query and the value.
  static let total = 1_000_000_000
  /// What a node of a query costs, its place in memory included.
  static let node = 100
  /// How many nodes a query may hold at a time.
  static let nodes = 1_000_000
  /// What it costs to compare two elements or two members.
  static let element = 20
  /// What a character or an instruction of a pattern costs that is read when a workflow runs.
  static let pattern = 100
  /// What it costs to remember something of a character: it takes memory, which has less room.
  static let remembered = 16

  private(set) var rest: Int

  init(_ rest: Int = Budget.total) { self.rest = rest }

  var isSpent: Bool { rest < 0 }

  /// Takes so much off; false where that is more than is left.
  mutating func spend(_ amount: Int) -> Bool {
    guard rest >= 0 else { return false }
    rest = amount > rest ? -1 : rest - amount
    return rest >= 0
  }

  /// Leaves nothing.
  mutating func spendAll() { rest = -1 }
}
