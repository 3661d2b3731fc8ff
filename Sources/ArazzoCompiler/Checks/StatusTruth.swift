import ArazzoExpressions

/// Finds conditions on the status that every response meets, or none.
struct StatusTruth {
  /// What the rest of a condition is, whatever the status.
  let rest: (ConditionPlan) -> Truth

  /// Every status that a response could have.
  private static let statuses = 100...999

  /// Whether all conditions together hold.
  func truth(of conditions: [ConditionPlan]) -> Truth {
    let one = ConditionPlan.and(conditions)
    guard one.isSmall else { return .open }
    let first = truth(of: one, status: Self.statuses.lowerBound)
    guard first != .open, one.readsStatus else { return first }
    let isSame = Self.statuses.allSatisfy { truth(of: one, status: $0) == first }
    return isSame ? first : .open
  }

  /// Whether a condition holds with a status.
  func truth(of condition: ConditionPlan, status: Int) -> Truth {
    switch condition {
    case .constant(let bool): Truth(bool)
    case .and(let parts): .all(parts.map { truth(of: $0, status: status) })
    case .or(let parts): .any(parts.map { truth(of: $0, status: status) })
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

  /// Whether it says something of the status and of nothing else.
  var readsStatusAlone: Bool {
    flattened.allSatisfy { part in
      switch part {
      case .status, .isSuccessStatus, .and, .or, .not, .constant: true
      default: false
      }
    }
  }

  /// Whether it says something of the status.
  var readsStatus: Bool {
    flattened.contains { part in
      switch part {
      case .status, .isSuccessStatus: true
      default: false
      }
    }
  }
}
