import ArazzoExpressions

/// What is known about a condition before anything runs.
enum Truth {
  case always
  case never
  case open

  init(_ bool: Bool) { self = bool ? .always : .never }

  static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .always: .never
    case .never: .always
    case .open: .open
    }
  }

  static func all(_ parts: [Truth]) -> Truth {
    if parts.contains(.never) { return .never }
    return parts.allSatisfy { $0 == .always } ? .always : .open
  }

  static func any(_ parts: [Truth]) -> Truth { !all(parts.map { !$0 }) }
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
