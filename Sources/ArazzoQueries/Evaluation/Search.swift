import ArazzoRuntime

/// The evaluation of one query in one value.
struct Search {
  let root: JSONValue
  var budget: Budget

  init(root: JSONValue, budget: Budget = Budget()) {
    self.root = root
    self.budget = budget
  }

  /// What the steps lead to, in order; nil where the budget ran out.
  mutating func nodes(_ steps: [JSONPath.Step], from value: JSONValue) -> [JSONValue]? {
    follow(steps, from: value) { $0.choose($1, in: $2, &$3) }
  }

  /// Takes each step in all that the step before has found; nil where the budget ran out.
  ///
  /// - Parameter choose: Adds what a step chooses in a node to what is found.
  mutating func follow<Node>(
    _ steps: [JSONPath.Step], from start: Node,
    _ choose: (inout Search, JSONPath.Step, Node, inout [Node]) -> Void
  ) -> [Node]? {
    var nodes = [start]
    for step in steps {
      var found: [Node] = []
      for node in nodes {
        let before = found.count
        choose(&self, step, node, &found)
        guard budget.spend(Budget.node * (found.count - before + 1)) else { return nil }
      }
      nodes = found
    }
    return budget.isSpent ? nil : nodes
  }

  private mutating func choose(
    _ step: JSONPath.Step, in value: JSONValue, _ found: inout [JSONValue]
  ) {
    switch step.node {
    case .selector(let selector): found += selector.nodes(in: value)
    case .either(let steps): for step in steps { choose(step, in: value, &found) }
    case .filter(let filter):
      for child in value.children where holds(filter, at: child) { found.append(child) }
    case .missing: break
    }
  }

  /// Whether the filter holds for a node; false where the budget runs out.
  mutating func holds(_ filter: JSONPath.Filter, at node: JSONValue) -> Bool {
    guard budget.spend(Budget.node) else { return false }
    switch filter.node {
    case .all(let filters):
      for filter in filters where !holds(filter, at: node) { return false }
      return true
    case .any(let filters):
      for filter in filters where holds(filter, at: node) { return true }
      return false
    case .not(let filter): return !holds(filter, at: node) && !budget.isSpent
    case .exists(let query): return !nodes(of: query, at: node).isEmpty
    case .comparison(let comparison, let left, let right):
      return compare(comparison, value(of: left, at: node), value(of: right, at: node))
    case .matches(let operand, let pattern):
      return matches(value(of: operand, at: node), pattern)
    case .matchesText(let operand, let text, let isWhole):
      guard case .string(let text)? = value(of: text, at: node),
        budget.spend(Budget.node * text.utf8.count),
        let pattern = PatternReader.pattern(text)
      else { return false }
      return matches(value(of: operand, at: node), isWhole ? pattern.anchored : pattern)
    }
  }

  private mutating func matches(_ value: JSONValue?, _ pattern: Pattern) -> Bool {
    guard case .string(let text)? = value else { return false }
    return pattern.finds(in: text, &budget)
  }

  private mutating func nodes(of query: JSONPath.Query, at node: JSONValue) -> [JSONValue] {
    nodes(query.steps, from: query.isFromRoot ? root : node) ?? []
  }

  /// The operand's value; nil for what RFC 9535 calls Nothing.
  private mutating func value(of operand: JSONPath.Operand, at node: JSONValue) -> JSONValue? {
    switch operand.node {
    case .value(let value): return value
    case .missing: return nil
    case .query(let query): return nodes(of: query, at: node).first
    case .length(let operand): return value(of: operand, at: node)?.ownLength
    case .count(let query): return JSONValue(nodes(of: query, at: node).count)
    case .valueOf(let query):
      let nodes = nodes(of: query, at: node)
      return nodes.count == 1 ? nodes.first : nil
    }
  }

  private func compare(
    _ comparison: JSONPath.Filter.Comparison, _ left: JSONValue?, _ right: JSONValue?
  ) -> Bool {
    switch comparison {
    case .equal: left == right
    case .less: left < right
    case .lessOrEqual: left < right || left == right
    }
  }
}

extension JSONValue {
  /// What the function `length` gives.
  fileprivate var ownLength: JSONValue? {
    switch self {
    case .array(let elements): JSONValue(elements.count)
    case .string(let text): JSONValue(text.unicodeScalars.count)
    case .object(let object): JSONValue(object.count)
    case .null, .bool, .number: nil
    }
  }
}
