import ArazzoExpressions

/// Conditions that must hold together, with the text they were compiled from.
package struct CriterionPlan: Sendable, Encodable, Hashable {
  /// A constant where it is known whether the criterion holds; there are none inside others.
  package var condition: ConditionPlan
  /// The condition as written, on one line.
  package var text: String
}

package indirect enum ConditionPlan: Sendable, Encodable, Hashable {
  /// The six operators mean the same in a condition, in a query and in the plan.
  package typealias Operator = ComparisonOperator

  case constant(Bool)
  case and([ConditionPlan])
  case or([ConditionPlan])
  case not(ConditionPlan)
  /// The status is 2xx (rule C1).
  case isSuccessStatus
  /// The status compared with an integer.
  case status(Operator, Int)
  case comparison(Operator, ValuePlan, ValuePlan, Comparison)
  /// True unless `false`, `null` or missing (rule C2).
  case isTrue(ValuePlan)
  /// There is such a value (`null` counts).
  case exists(ValuePlan)
  /// There is such a value, and it is not `null` (rule C9).
  case isPresent(ValuePlan)
  /// Nodes that a query finds below a value.
  case nodes(NodesPlan)
  /// A pattern has a match in the text that a value reads as (rule C3).
  case match(PatternPlan, ValuePlan)
  /// An XPath expression is true of a document (rule C7).
  case xpath(XPathPlan)

  /// All of the conditions as one, without constants inside.
  package static func all(_ conditions: [ConditionPlan]) -> ConditionPlan {
    ConditionPlan.and(conditions).folded
  }

  /// The condition that holds where another does not.
  static func negated(_ condition: ConditionPlan) -> ConditionPlan {
    if case .not(let inner) = condition { inner } else { .not(condition) }
  }

  package enum Comparison: String, Sendable, Encodable {
    /// Rule C2: text without case, numeric strings as numbers.
    case loose
    /// Rule P4: kinds and case as they are.
    case strict
    /// Rule P4's `.length`: the left side is the length of its value.
    case strictLength
  }
}

extension ConditionPlan {
  /// Whether it always or never holds; `nil` if that depends on the run.
  package var constant: Bool? { if case .constant(let isTrue) = self { isTrue } else { nil } }

  /// The same without constants inside, and with what is known of values that are missing.
  var folded: ConditionPlan {
    switch self {
    case .and(let parts):
      let parts = parts.map(\.folded).filter { $0.constant != true }
      if parts.contains(where: { $0.constant == false }) { return .constant(false) }
      return parts.isEmpty ? .constant(true) : parts.count == 1 ? parts[0] : .and(parts)
    case .or(let parts):
      let parts = parts.map(\.folded).filter { $0.constant != false }
      if parts.contains(where: { $0.constant == true }) { return .constant(true) }
      return parts.isEmpty ? .constant(false) : parts.count == 1 ? parts[0] : .or(parts)
    case .not(let inner):
      let inner = inner.folded
      return inner.constant.map { .constant(!$0) } ?? .not(inner)
    case .exists(let value):
      if value.isMissing { return .constant(false) }
      return value.isOptional ? self : .constant(true)
    case .isPresent(let value), .match(_, let value):
      return value.isMissing ? .constant(false) : self
    case .xpath(let plan): return plan.context.isMissing ? .constant(false) : self
    default: return self
    }
  }
}

/// A query, and what must hold for some of the nodes that it finds (rules C4 and P4).
package struct NodesPlan: Sendable, Encodable, Hashable {
  package enum Test: Sendable, Encodable, Hashable {
    /// At least one node is found.
    case exists
    case some(ConditionPlan.Operator, ValuePlan)
    /// The other side is some node of another query below the same value.
    case someNode(ConditionPlan.Operator, QueryPlan, Measure?)
  }

  /// The measure of `.length` at the end of a path (rule P4).
  package enum Measure: String, Sendable, Encodable {
    /// The length of each node.
    case length
    /// How many nodes there are: the length of what a filter leaves.
    case count
  }

  package var context: ValuePlan
  package var query: QueryPlan
  package var measure: Measure?
  package var test: Test
}

extension ConditionPlan {
  /// Whether it requires a value to equal two literals: `$a == 'x' && $a == 'y'`.
  var contradictsItself: Bool {
    var wanted: [ValuePlan.Kind: LiteralPlan] = [:]
    for case .comparison(.equal, let left, let right, let kind) in conjuncts {
      guard kind != .strictLength else { continue }
      guard
        let (value, literal) = right.literal.map({ (left, $0) })
          ?? left.literal.map({ (right, $0) })
      else { continue }
      if let other = wanted[value.kind], other.truth(.equal, literal) == .never { return true }
      wanted[value.kind] = literal
    }
    return false
  }

  /// Whether it's just `true` or `false`, which is intended.
  var isPlain: Bool {
    switch self {
    case .constant: true
    case .isTrue(let value): value.literal != nil
    default: false
    }
  }

  /// The comparisons that must all hold, with `!(a != b)` as `a == b`.
  private var conjuncts: [ConditionPlan] {
    switch self {
    case .and(let parts): parts.flatMap(\.conjuncts)
    case .not(.comparison(.notEqual, let left, let right, let kind)):
      [.comparison(.equal, left, right, kind)]
    case .not(.not(let inner)): inner.conjuncts
    default: [self]
    }
  }
}

/// A JSONPath query with the values of the run in it (rules C4 and C6).
package typealias QueryPlan = JSONPathQuery<ValuePlan, PatternPlan>

/// A regular expression with the values of the run in it (rules C3 and C6).
package typealias PatternPlan = RegularExpression<ValuePlan>

extension PatternPlan {
  /// A syntax tree has nothing of the text that it was read from: there is nothing to add to it or to
  /// leave out.
  package typealias Tree = PatternTree
}

extension QueryPlan {
  /// The way that says the same, where the query finds one value at most and none of the run stands
  /// in it.
  var pointer: [PointerToken]? {
    let tokens = segments.compactMap(\.token)
    return tokens.count == segments.count ? tokens : nil
  }
}

extension QueryPlan.Segment {
  fileprivate var token: PointerToken? {
    guard !isDescendant, let first = selectors.first else { return nil }
    switch (first, selectors.dropFirst().first) {
    // What is no number finds nothing in an array either way.
    case (.name(let name), nil): return Int(name) == nil ? .either(name) : .name(name)
    case (.index(let index), nil): return .index(index)
    // The token of a pointer that was read as a name or an index, as the value has it.
    case (.name(let name), .index(let index)?)
    where selectors.count == 2 && String(index) == name:
      return .either(name)
    default: return nil
    }
  }
}
