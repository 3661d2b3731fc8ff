@_spi(Generated) import ArazzoRuntime

/// The evaluation of one query in one value.
struct Search {
  let root: JSONValue
  var budget: Budget
  /// The patterns of the value that were read, `nil` for a text that is none, by their bytes.
  var patterns: [[UInt8]: RegexPattern?] = [:]

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
        guard budget.spend(Budget.node) else { return nil }
        choose(&self, step, node, &found)
      }
      nodes = found
    }
    return budget.isSpent ? nil : nodes
  }

  /// Whether there is room for more nodes beside those that are held already; where there is none,
  /// the search ends.
  mutating func hasRoom(for count: Int, beside held: Int) -> Bool {
    if held + count > Budget.nodes { budget.spendAll() }
    return budget.spend(Budget.node * count)
  }

  private mutating func choose(
    _ step: JSONPath.Step, in value: JSONValue, _ found: inout [JSONValue]
  ) {
    switch step.node {
    case .selector(.anywhere): appendAll(in: value, to: &found)
    case .selector(let selector):
      let chosen = selector.nodes(in: value)
      if hasRoom(for: chosen.count, beside: found.count) { found += chosen }
    case .either(let steps): for step in steps { choose(step, in: value, &found) }
    case .filter(let filter):
      for child in value.children where holds(filter, at: child) {
        guard hasRoom(for: 1, beside: found.count) else { return }
        found.append(child)
      }
    case .missing: break
    }
  }

  /// The value and all inside it, each before what it holds.
  private mutating func appendAll(in value: JSONValue, to found: inout [JSONValue]) {
    var rest = [value]
    while let value = rest.popLast() {
      guard hasRoom(for: 1, beside: found.count + rest.count) else { return }
      found.append(value)
      rest.append(contentsOf: value.children.reversed())
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
    case .matchesText(let operand, let pattern, let isWhole):
      let pattern = value(of: pattern, at: node)
      return matches(value(of: operand, at: node), pattern: pattern, isWhole: isWhole)
    }
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
    case .length(let operand): return value(of: operand, at: node).flatMap { length($0) }
    case .count(let query): return JSONValue(nodes(of: query, at: node).count)
    case .valueOf(let query):
      let nodes = nodes(of: query, at: node)
      return nodes.count == 1 ? nodes.first : nil
    }
  }

  /// What the function `length` gives.
  private mutating func length(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .array(let elements): JSONValue(elements.count)
    case .string(let text):
      budget.spend(text.utf8.count) ? JSONValue(text.unicodeScalars.count) : nil
    case .object(let object): JSONValue(object.count)
    case .null, .bool, .number: nil
    }
  }
}
