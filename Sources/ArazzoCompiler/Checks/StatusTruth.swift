import ArazzoDescriptions
import ArazzoExpressions

/// Finds conditions on the status that hold for every response or for none.
struct StatusTruth {
  /// What the rest of a condition is, whatever the status.
  let rest: (ConditionPlan) -> Truth

  /// Every status that a response could have.
  private static let statuses = 100..<1000

  /// Whether all conditions together hold.
  func truth(of conditions: [ConditionPlan]) -> Truth {
    let one = ConditionPlan.and(conditions)
    guard one.isSmall else { return .unknown }
    let first = truth(of: one, status: Self.statuses.lowerBound)
    guard first != .unknown, one.readsStatus else { return first }
    let isSame = one.turns(in: Self.statuses).allSatisfy { truth(of: one, status: $0) == first }
    return isSame ? first : .unknown
  }

  /// Whether a condition holds with a status.
  func truth(of condition: ConditionPlan, status: Int) -> Truth {
    switch condition {
    case .constant(let bool): Truth(bool)
    case .and(let parts): parts.reduce(.always) { $0.and(truth(of: $1, status: status)) }
    case .or(let parts): parts.reduce(.never) { $0.or(truth(of: $1, status: status)) }
    case .not(let inner): !truth(of: inner, status: status)
    case .isSuccessStatus: Truth(200..<300 ~= status)
    case .status(let comparison, let other): Truth(comparison.holds(status, other))
    default: rest(condition)
    }
  }
}

extension ConditionPlan {
  /// The conditions that it joins.
  var joined: [ConditionPlan] {
    switch self {
    case .and(let parts), .or(let parts): parts
    case .not(let inner): [inner]
    default: []
    }
  }

  /// Itself and everything that it joins.
  var flattened: [ConditionPlan] { [self] + joined.flatMap(\.flattened) }

  /// Whether trying every status costs nothing that anybody notices.
  fileprivate var isSmall: Bool { flattened.count <= 500 }

  /// The statuses from which on it may hold or not: between one and the next nothing changes.
  func turns(in statuses: Range<Int>) -> [Int] {
    let turns = flattened.flatMap { part -> [Int] in
      switch part {
      case .isSuccessStatus: [200, 300]
      case .status(_, let status) where statuses.contains(status): [status, status + 1]
      default: []
      }
    }
    return Set(turns + [statuses.lowerBound]).filter(statuses.contains).sorted()
  }

  /// Whether it depends only on the status.
  var readsStatusAlone: Bool {
    flattened.allSatisfy { part in
      switch part {
      case .status, .isSuccessStatus, .and, .or, .not, .constant: true
      default: false
      }
    }
  }

  /// Whether it depends on the status.
  var readsStatus: Bool {
    flattened.contains { part in
      switch part {
      case .status, .isSuccessStatus: true
      default: false
      }
    }
  }
}

/// Whether a condition always or never holds, as far as it's known at compile time.
enum Truth {
  case always
  case never
  case unknown

  init(_ bool: Bool) { self = bool ? .always : .never }

  static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .always: .never
    case .never: .always
    case .unknown: .unknown
    }
  }

  /// Whether both hold.
  func and(_ other: Truth) -> Truth {
    if self == .never || other == .never { return .never }
    return self == .always && other == .always ? .always : .unknown
  }

  /// Whether one of them holds.
  func or(_ other: Truth) -> Truth { !(!self).and(!other) }
}

extension ComparisonOperator {
  /// Whether the operator holds between two values of which the left is less, equal or greater.
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .equal: left == right
    case .notEqual: left != right
    }
  }
}

/// Whether a comparison of a value of known kinds with a literal can hold (rules C2 and P4).
struct ComparisonTruth {
  let facts: ValueFacts
  let literal: LiteralPlan
  let comparison: ConditionPlan.Comparison

  /// - Parameter comparisonOperator: With the value on the left.
  func truth(_ comparisonOperator: ComparisonOperator) -> Truth {
    switch comparisonOperator {
    case .equal: canBeEqual ? .unknown : .never
    case .notEqual: canBeEqual ? .unknown : .always
    default: canBeOrdered ? .unknown : .never
    }
  }

  private var canBeEqual: Bool {
    switch literal {
    case .null: true
    case .bool: facts.kinds.contains(.boolean)
    case .number(let digits): canEqual(number: digits)
    case .string(let text): canEqual(text: text)
    case .array: facts.kinds.contains(.array)
    case .object: facts.kinds.contains(.object)
    }
  }

  private func canEqual(number digits: String) -> Bool {
    if facts.kinds.contains(.number) || facts.kinds.contains(.integer) { return true }
    guard comparison == .loose, facts.kinds.contains(.string) else { return false }
    return facts.words?.contains { Double($0) == Double(digits) } ?? true
  }

  private func canEqual(text: String) -> Bool {
    if facts.kinds.contains(.string) { return facts.words.map { contains($0, text) } ?? true }
    guard comparison == .loose, !facts.isNumeric || Double(text) != nil else { return false }
    return facts.kinds.contains(.integer) || facts.kinds.contains(.number)
  }

  private func contains(_ words: [String], _ text: String) -> Bool {
    words.contains { word in
      if comparison == .strict { return word == text }
      return word.lowercased() == text.lowercased()
    }
  }

  /// Only two numbers and two strings have an order.
  private var canBeOrdered: Bool {
    switch literal {
    case .number: facts.kinds.contains(.string) && comparison == .loose || hasNumber
    case .string(let text):
      facts.kinds.contains(.string) || comparison == .loose && hasNumber && Double(text) != nil
    default: false
    }
  }

  private var hasNumber: Bool { !facts.kinds.isDisjoint(with: [.integer, .number]) }
}
