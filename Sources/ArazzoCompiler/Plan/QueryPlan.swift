import ArazzoExpressions

/// A JSONPath query with the values of the run that stand in it (rules C4 and C6).
package struct QueryPlan: Sendable, Encodable, Hashable {
  package indirect enum Step: Sendable, Encodable, Hashable {
    case name(String)
    case index(Int)
    /// A name when the value is a string, an index when it is a number.
    case child(ValuePlan)
    case wildcard
    case slice(start: Int?, end: Int?, step: Int)
    /// Descendants of the node and itself, before the next step.
    case descendants
    case filter(FilterPlan)
    /// What each of several steps chooses.
    case either([Step])
  }

  package var steps: [Step]
}

/// What must hold for a node that a filter chooses (RFC 9535, 2.3.5).
package indirect enum FilterPlan: Sendable, Encodable, Hashable {
  case or([FilterPlan])
  case and([FilterPlan])
  case not(FilterPlan)
  case exists(InnerQuery)
  case comparison(ConditionPlan.Operator, Operand, Operand)
  /// `match` where the whole of the text must match, else `search`.
  case pattern(Operand, PatternPlan, isWhole: Bool)
  /// The same with a pattern that the searched value holds.
  case foundPattern(Operand, Operand, isWhole: Bool)

  /// A query from the node that is tried or from the root.
  package struct InnerQuery: Sendable, Encodable, Hashable {
    package var isFromRoot: Bool
    package var query: QueryPlan
  }

  package indirect enum Operand: Sendable, Encodable, Hashable {
    case value(ValuePlan)
    case query(InnerQuery)
    case length(Operand)
    case count(InnerQuery)
    case valueOf(InnerQuery)
  }
}

/// A regular expression with the values of the run that stand in it (rules C3 and C6).
package struct PatternPlan: Sendable, Encodable, Hashable {
  /// A syntax tree has nothing of the text that it was read from: there is nothing to add to it or to
  /// leave out.
  package typealias Tree = PatternTree

  package var tree: Tree
  /// What ``PatternTree/embedded(_:)`` counts.
  package var values: [ValuePlan]
}

extension QueryPlan {
  /// The way that says the same, where the query finds one value at most and none of the run stands
  /// in it.
  var pointer: [PointerToken]? {
    let tokens = steps.compactMap(\.token)
    return tokens.count == steps.count ? tokens : nil
  }
}

extension QueryPlan.Step {
  fileprivate var token: PointerToken? {
    switch self {
    // What is no number finds nothing in an array either way.
    case .name(let name): Int(name) == nil ? .either(name) : .name(name)
    case .index(let index): .index(index)
    case .either(let steps): Self.token(steps)
    default: nil
    }
  }

  /// The token of a pointer that was read as a name or an index, as the value has it.
  private static func token(_ steps: [Self]) -> PointerToken? {
    guard steps.count == 2, case .name(let name) = steps[0], case .index(let index) = steps[1],
      String(index) == name
    else { return nil }
    return .either(name)
  }
}
