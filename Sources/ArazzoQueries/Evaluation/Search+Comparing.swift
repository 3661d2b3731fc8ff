@_spi(Generated) import ArazzoRuntime

/// Comparing values, which costs what they hold.
extension Search {
  mutating func compare(
    _ comparison: JSONPath.Filter.Comparison, _ left: JSONValue?, _ right: JSONValue?
  ) -> Bool {
    switch comparison {
    case .equal: isEqual(left, right)
    case .less: isLess(left, right)
    case .lessOrEqual: isLess(left, right) || isEqual(left, right)
    }
  }

  private mutating func isLess(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    guard let left, let right else { return false }
    return budget.spend(left.ownSize + right.ownSize) && Optional(left) < Optional(right)
  }

  /// Goes through arrays and objects without recursion, so that it can stop anywhere.
  private mutating func isEqual(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    var pairs = [(left, right)]
    while let pair = pairs.popLast() {
      guard budget.spend(Budget.element) else { return false }
      switch pair {
      case (.array(let left), .array(let right)):
        guard left.count == right.count, areEqual(zip(left, right), &pairs) else { return false }
      case (.object(let left), .object(let right)):
        guard left.count == right.count, budget.spend(Budget.element * left.count),
          areEqual(left.lazy.map { ($0.value, right[$0.name]) }, &pairs)
        else { return false }
      case (let left, let right):
        guard budget.spend(left.ownSize), left == right else { return false }
      }
    }
    return true
  }

  /// Whether the parts are equal but for arrays and objects, which come to the pairs.
  private mutating func areEqual(
    _ parts: some Sequence<(JSONValue, JSONValue?)>, _ pairs: inout [(JSONValue, JSONValue)]
  ) -> Bool {
    for (left, right) in parts {
      guard let right, budget.spend(Budget.element) else { return false }
      switch (left, right) {
      case (.array, .array), (.object, .object): pairs.append((left, right))
      default: guard budget.spend(left.ownSize), left == right else { return false }
      }
    }
    return true
  }
}

extension JSONValue {
  /// What it costs to read the value itself: nothing of what an array or an object holds.
  fileprivate var ownSize: Int {
    switch self {
    case .string(let text): text.utf8.count / 4
    case .number(let number): number.description.utf8.count
    case .null, .bool, .array, .object: 0
    }
  }
}
