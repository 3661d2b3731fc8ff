import ArazzoExpressions

/// Conditions that must hold together, with the text they were compiled from.
package struct CriterionPlan: Sendable, Encodable {
  package var condition: ConditionPlan
  /// The condition as written, on one line.
  package var text: String
}

package indirect enum ConditionPlan: Sendable, Encodable {
  case constant(Bool)
  case and([ConditionPlan])
  case or([ConditionPlan])
  case not(ConditionPlan)
  /// The status is 2xx (rule C1).
  case isSuccessStatus
  /// The status compared with an integer.
  case status(ComparisonOperator, Int)
  case comparison(ComparisonOperator, ValuePlan, ValuePlan, Comparison)
  /// True unless `false`, `null` or missing (rule C2).
  case isTrue(ValuePlan)
  /// There is such a value (`null` counts).
  case exists(ValuePlan)
  /// Nodes that a query with more than one result finds below a value.
  case nodes(NodesPlan)
  /// An XPath expression is true of a document (rule C7).
  case xpath(XPathPlan)

  package enum Comparison: String, Sendable, Encodable {
    /// Rule C2: text without case, numeric strings as numbers.
    case loose
    /// Rule P4: kinds and case as they are.
    case strict
    /// Rule P4's `.length`: the left side is the length of its value.
    case strictLength
  }
}

/// A query that may find many nodes, and what must hold for some of them (rules C4 and P4).
package struct NodesPlan: Sendable, Encodable {
  package enum Selector: Sendable, Encodable, Hashable {
    case name(String)
    case index(Int)
    case wildcard
    case slice(start: Int?, end: Int?, step: Int)
    /// Descendants of the node and itself, before the next selector.
    case descendants
  }

  package enum Test: Sendable, Encodable {
    /// At least one node is found.
    case exists
    case some(ComparisonOperator, ValuePlan)
  }

  package var context: ValuePlan
  package var selectors: [Selector]
  /// Whether each node stands for its length.
  package var isLength: Bool
  package var test: Test
}
