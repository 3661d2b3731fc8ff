import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The statuses with which a step can succeed, according to its criteria on `$statusCode`.
///
/// Without criteria on the status, these are the 2xx (rule C1).
struct AcceptedStatuses {
  private let accepted: Set<Int>
  /// Whether a criterion compares the status with something.
  let areNamed: Bool

  /// Every status that a response can have (RFC 9110, 15).
  fileprivate static let all = 100..<600

  init(_ criteria: [Criterion]) {
    let conditions = criteria.compactMap(Self.condition)
    areNamed = conditions.contains(where: \.readsStatus)
    guard areNamed else {
      accepted = Set(200..<300)
      return
    }
    let truth = StatusTruth { _ in .unknown }
    let condition = ConditionPlan.and(conditions)
    let turns = condition.turns(in: Self.all)
    let ranges = zip(turns, turns.dropFirst() + [Self.all.upperBound]).filter { start, _ in
      truth.truth(of: condition, status: start) != .never
    }
    accepted = Set(ranges.flatMap { $0..<$1 })
  }

  /// Whether the key of a response covers an accepted status; `default` covers those that no other
  /// key does.
  func accept(key: String, among keys: [String]) -> Bool {
    guard key.lowercased() == "default" else { return accepted.contains(where: key.covers) }
    let others = keys.filter { $0.lowercased() != "default" }
    return accepted.contains { status in !others.contains { $0.covers(status) } }
  }

  // MARK: conditions on the status alone

  /// A criterion's condition on the status; other conditions are left open.
  private static func condition(_ criterion: Criterion) -> ConditionPlan? {
    let isOnStatus = criterion.source == .statusCode
    switch criterion.test {
    case .success(.simple(let parsed)): return condition(parsed.condition)
    case .success(.equals(let json)) where isOnStatus:
      return status(json).map { .status(.equal, $0) }
    case .success(.regex(let regex)) where isOnStatus:
      return regex.matching(all).map { statuses in
        .or(statuses.sorted().map { .status(.equal, $0) })
      }
    default: return nil
    }
  }

  fileprivate static func status(_ node: Node) -> Int? {
    (node.number ?? node.string).flatMap { Int($0) }
  }

  private static func condition(_ condition: Condition) -> ConditionPlan {
    switch condition {
    case .or(let parts): .or(parts.map(self.condition))
    case .and(let parts): .and(parts.map(self.condition))
    case .not(let inner): .not(self.condition(inner))
    case .operand: .isTrue(.missing)
    case .comparison(let comparison, let left, let right):
      if left.isStatusCode, let status = right.integer {
        .status(comparison, status)
      } else if right.isStatusCode, let status = left.integer {
        .status(comparison.mirrored, status)
      } else {
        .isTrue(.missing)
      }
    }
  }
}

extension Criterion {
  /// Whether the status is compared with that of a redirect (RFC 9110, 15.4).
  var asksForRedirect: Bool {
    let redirects = 300..<400
    switch test {
    case .success(.simple(let parsed)):
      return parsed.condition.comparedStatuses.contains(where: redirects.contains)
    case .success(.equals(let json)) where source == .statusCode:
      return AcceptedStatuses.status(json).map(redirects.contains) ?? false
    case .success(.regex(let regex)) where source == .statusCode:
      guard let found = regex.matching(AcceptedStatuses.all) else { return false }
      return found.count < AcceptedStatuses.all.count && found.contains(where: redirects.contains)
    default: return false
    }
  }
}

extension Condition {
  /// What the status is compared with, anywhere in the condition.
  fileprivate var comparedStatuses: [Int] {
    switch self {
    case .or(let parts), .and(let parts): parts.flatMap(\.comparedStatuses)
    case .not(let inner): inner.comparedStatuses
    case .comparison(_, let left, let right):
      if left.isStatusCode {
        right.integer.map { [$0] } ?? []
      } else {
        right.isStatusCode ? left.integer.map { [$0] } ?? [] : []
      }
    case .operand: []
    }
  }
}

extension WrittenValue {
  fileprivate var isStatusCode: Bool {
    switch self {
    case .expression(let parsed, _): parsed.expression == .statusCode
    case .template(.expression(let parsed), _): parsed.expression == .statusCode
    case .literal, .template: false
    }
  }

  fileprivate var integer: Int? {
    switch self {
    case .literal(.number(let digits)), .literal(.string(let digits)): Int(digits)
    default: nil
    }
  }
}

extension String {
  /// Whether the key of a response, `200` or `2XX`, is that of the status.
  func covers(_ status: Int) -> Bool {
    let digits = String(status)
    return self == digits
      || uppercased().hasSuffix("XX") && count == 3 && prefix(1) == digits.prefix(1)
  }
}
