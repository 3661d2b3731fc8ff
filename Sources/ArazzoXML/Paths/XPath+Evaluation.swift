extension XPath {
  /// The default limit of an evaluation in steps: one for each visited node and for every 16
  /// characters of strings. It lasts for less than a few seconds.
  public static let defaultStepLimit = 10_000_000

  /// The boolean value of the expression, from the root of a document.
  ///
  /// - Throws: ``XPathError`` if the expression has no value.
  public func boolean(
    in document: XMLTree, stepLimit: Int = defaultStepLimit
  ) throws(XPathError) -> Bool {
    var evaluator = XPathEvaluator(document, stepLimit: stepLimit)
    return evaluator.boolean(try evaluator.evaluate(self))
  }

  /// The string values of the selected nodes in document order, or the string value of any other
  /// result.
  ///
  /// - Throws: ``XPathError`` if the expression has no value.
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

@_spi(Generated) extension XMLTree? {
  /// Whether an expression is true, from the root of the document; false if there is no document or
  /// the expression has no value (rule C8).
  public func matches(_ expression: XPath) -> Bool {
    guard let self else { return false }
    return (try? expression.boolean(in: self)) ?? false
  }

  /// The string value of an expression, for a node-set that of its first node.
  ///
  /// - Returns: `nil` if there is no document, no node or no value.
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
