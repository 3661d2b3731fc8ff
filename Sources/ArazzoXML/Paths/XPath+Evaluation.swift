extension XPath {
  /// How many steps an evaluation may take: nodes looked at, and characters of strings by the
  /// sixteen. They last for well under a few seconds.
  public static let defaultStepLimit = 10_000_000

  /// Whether the expression is true of a document, from its root.
  ///
  /// - Throws: The reason why the expression has no value.
  public func boolean(
    in document: XMLTree, stepLimit: Int = defaultStepLimit
  ) throws(XPathError) -> Bool {
    var evaluator = XPathEvaluator(document, stepLimit: stepLimit)
    return evaluator.boolean(try evaluator.evaluate(self))
  }

  /// The string values of the nodes that the expression finds, in document order; of another value
  /// that one string.
  ///
  /// - Throws: The reason why the expression has no value.
  public func strings(
    in document: XMLTree, stepLimit: Int = defaultStepLimit
  ) throws(XPathError) -> [String] {
    var evaluator = XPathEvaluator(document, stepLimit: stepLimit)
    let value = try evaluator.evaluate(self)
    guard case .nodes(let nodes) = value else { return [try evaluator.string(value)] }
    return try evaluator.strings(of: nodes)
  }

  /// Whether a value of the workflow is missing anywhere in it.
  var isMissingValue: Bool {
    switch form {
    case .missing: true
    case .string, .number, .boolean: false
    case .or(let parts), .and(let parts), .union(let parts), .call(_, let parts):
      parts.contains(where: \.isMissingValue)
    case .binary(_, let left, let right): left.isMissingValue || right.isMissingValue
    case .negated(let operand): operand.isMissingValue
    case .filtered(let nodes, let predicates):
      nodes.isMissingValue || predicates.contains(where: \.isMissingValue)
    case .path(let start, let steps):
      start.isMissingValue || steps.contains { $0.predicates.contains(where: \.isMissingValue) }
    }
  }
}

extension XMLTree? {
  /// Whether an expression is true of the document, from its root; false where there is no document
  /// and where the expression has no value (rule C8).
  public func matches(_ expression: XPath) -> Bool {
    guard let self else { return false }
    return (try? expression.boolean(in: self)) ?? false
  }

  /// The string value of what an expression gives, of a node-set that of its first node.
  ///
  /// - Returns: Nil where there is no document, no node and no value.
  public func string(at expression: XPath) -> String? {
    guard let self else { return nil }
    var evaluator = XPathEvaluator(self, stepLimit: XPath.defaultStepLimit)
    guard let value = try? evaluator.evaluate(expression) else { return nil }
    if case .nodes(let nodes) = value, nodes.isEmpty { return nil }
    return try? evaluator.string(value)
  }
}

extension XPath.Start {
  fileprivate var isMissingValue: Bool {
    if case .nodes(let nodes) = self { nodes.isMissingValue } else { false }
  }
}
