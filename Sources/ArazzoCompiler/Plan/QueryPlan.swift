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
