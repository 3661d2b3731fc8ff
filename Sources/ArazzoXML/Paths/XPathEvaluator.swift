/// Evaluates expressions on a tree, within a bound of steps.
struct XPathEvaluator {
  let tree: XMLTree
  private let stepLimit: Int
  private var steps = 0
  /// The namespaces in scope of elements that were asked for.
  var scopes: [Int: [XMLTree.Declaration]] = [:]

  init(_ tree: XMLTree, stepLimit: Int) {
    self.tree = tree
    self.stepLimit = stepLimit
  }

  /// Counts steps.
  mutating func spend(_ count: Int) throws(XPathError) {
    steps += count
    guard steps <= stepLimit else { throw .tooManySteps(limit: stepLimit) }
  }

  /// Evaluates a whole expression from the root.
  mutating func evaluate(_ expression: XPath) throws(XPathError) -> XPathValue {
    guard !expression.isMissingValue else { throw .missingValue }
    return try evaluate(expression, XPathContext(node: XPathNode(place: 0)))
  }

  mutating func evaluate(
    _ expression: XPath, _ context: XPathContext
  ) throws(XPathError) -> XPathValue {
    try spend(1)
    switch expression.form {
    case .string(let text): return .string(text)
    case .number(let number): return .number(number)
    case .boolean(let value): return .boolean(value)
    case .missing: throw .missingValue
    case .or(let operands): return .boolean(try decide(operands, until: true, context))
    case .and(let operands): return .boolean(try decide(operands, until: false, context))
    case .negated(let operand): return .number(-(try number(try evaluate(operand, context))))
    case .union(let operands):
      var all: [XPathNode] = []
      for operand in operands { all += try nodes(operand, context) }
      return .nodes(try inDocumentOrder(all))
    case .path(let start, let steps): return .nodes(try follow(steps, from: start, context))
    case .filtered(let expression, let predicates):
      var found = try nodes(expression, context)
      for predicate in predicates { found = try filter(found, by: predicate) }
      return .nodes(found)
    case .binary(let operation, let left, let right):
      let left = try evaluate(left, context)
      return try combine(operation, left, try evaluate(right, context))
    case .call(let function, let arguments): return try call(function, arguments, context)
    }
  }

  /// The node-set that an expression gives.
  mutating func nodes(
    _ expression: XPath, _ context: XPathContext
  ) throws(XPathError) -> [XPathNode] {
    guard case .nodes(let nodes) = try evaluate(expression, context) else { throw .noNodes }
    return nodes
  }

  /// `or` and `and`: the first operand that is `decision` decides.
  private mutating func decide(
    _ operands: [XPath], until decision: Bool, _ context: XPathContext
  ) throws(XPathError) -> Bool {
    for operand in operands where boolean(try evaluate(operand, context)) == decision {
      return decision
    }
    return !decision
  }
}

extension XPathEvaluator {
  private mutating func follow(
    _ steps: [XPath.Step], from start: XPath.Start, _ context: XPathContext
  ) throws(XPathError) -> [XPathNode] {
    var found: [XPathNode]
    switch start {
    case .context: found = [context.node]
    case .root: found = [XPathNode(place: 0)]
    case .nodes(let expression): found = try nodes(expression, context)
    }
    for step in steps { found = try take(step, from: found) }
    return found
  }

  /// What a step leads to from each of the nodes, in document order.
  private mutating func take(
    _ step: XPath.Step, from nodes: [XPathNode]
  ) throws(XPathError) -> [XPathNode] {
    var found: [XPathNode] = []
    for node in step.predicates.isEmpty ? sufficient(nodes, on: step.axis) : nodes {
      var candidates = try candidates(for: step, from: node)
      for predicate in step.predicates { candidates = try filter(candidates, by: predicate) }
      found += candidates
    }
    return try inDocumentOrder(found)
  }

  /// The nodes for which the predicate holds; a number holds for the node at that position.
  private mutating func filter(
    _ nodes: [XPathNode], by predicate: XPath
  ) throws(XPathError) -> [XPathNode] {
    var kept: [XPathNode] = []
    for (index, node) in nodes.enumerated() {
      let context = XPathContext(node: node, position: index + 1, size: nodes.count)
      let value = try evaluate(predicate, context)
      let holds =
        if case .number(let number) = value { number == Double(index + 1) } else { boolean(value) }
      if holds { kept.append(node) }
    }
    return kept
  }

  mutating func inDocumentOrder(_ nodes: [XPathNode]) throws(XPathError) -> [XPathNode] {
    try spend(nodes.count)
    var isSorted = true
    for index in nodes.indices.dropFirst() where nodes[index - 1] >= nodes[index] {
      isSorted = false
      break
    }
    if isSorted { return nodes }
    var unique: [XPathNode] = []
    for node in nodes.sorted() where node != unique.last { unique.append(node) }
    return unique
  }
}
