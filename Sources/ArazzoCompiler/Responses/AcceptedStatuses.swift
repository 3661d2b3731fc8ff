import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions
import Foundation

/// The statuses with which a step can succeed, by what its success criteria say of `$statusCode`.
///
/// Criteria that say nothing of it leave what rule C1 has: every 2xx.
struct AcceptedStatuses {
  private let accepted: Set<Int>
  /// Whether a criterion compares the status with something.
  let areNamed: Bool

  /// Every status that a response can have (RFC 9110, 15).
  private static let all = 100..<600

  init(_ criteria: [Criterion]) {
    let conditions = criteria.compactMap(Self.condition)
    areNamed = conditions.contains(where: \.readsStatus)
    guard areNamed else {
      accepted = Set(200..<300)
      return
    }
    let truth = StatusTruth { _ in .open }
    accepted = Set(Self.all.filter { truth.truth(of: .and(conditions), status: $0) != .never })
  }

  /// Whether the key of a response covers an accepted status; `default` covers those that no other
  /// key does.
  func accept(key: String, among keys: [String]) -> Bool {
    guard key.lowercased() == "default" else { return accepted.contains(where: key.covers) }
    let others = keys.filter { $0.lowercased() != "default" }
    return accepted.contains { status in !others.contains { $0.covers(status) } }
  }

  // MARK: conditions on the status alone

  /// What a criterion asks of the status; what it asks of anything else is left open.
  private static func condition(_ criterion: Criterion) -> ConditionPlan? {
    let isOnStatus = criterion.source == .statusCode
    switch criterion.kind {
    case .simple where criterion.context == nil:
      return criterion.condition.string.flatMap { try? Condition.parse($0) }.map {
        condition($0.condition)
      }
    case .simple where isOnStatus: return status(criterion.condition).map { .status(.equal, $0) }
    case .regex where isOnStatus:
      return (criterion.condition.string ?? criterion.condition.number).flatMap(matching)
    default: return nil
    }
  }

  private static func status(_ node: Node) -> Int? {
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

  /// The statuses that a pattern finds a match in.
  private static func matching(_ pattern: String) -> ConditionPlan? {
    guard let pattern = try? NSRegularExpression(pattern: pattern) else { return nil }
    let statuses = all.filter { status in
      let text = String(status)
      return pattern.firstMatch(in: text, range: NSRange(location: 0, length: text.count)) != nil
    }
    return .or(statuses.map { .status(.equal, $0) })
  }
}

extension Condition.Operand {
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
