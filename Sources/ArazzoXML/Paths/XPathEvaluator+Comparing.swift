extension XPathEvaluator {
  /// Arithmetic and comparisons (XPath 1.0, sections 3.4 and 3.5).
  mutating func combine(
    _ operation: XPath.Operator, _ left: XPathValue, _ right: XPathValue
  ) throws(XPathError) -> XPathValue {
    switch operation {
    case .equal: return .boolean(try equal(left, right, negated: false))
    case .notEqual: return .boolean(try equal(left, right, negated: true))
    case .less: return .boolean(try ordered(left, right, by: <))
    case .lessOrEqual: return .boolean(try ordered(left, right, by: <=))
    case .greater: return .boolean(try ordered(right, left, by: <))
    case .greaterOrEqual: return .boolean(try ordered(right, left, by: <=))
    case .plus: return .number(try number(left) + number(right))
    case .minus: return .number(try number(left) - number(right))
    case .times: return .number(try number(left) * number(right))
    case .divided: return .number(try number(left) / number(right))
    case .remainder:
      let left = try number(left)
      return .number(left.truncatingRemainder(dividingBy: try number(right)))
    }
  }

  private mutating func equal(
    _ left: XPathValue, _ right: XPathValue, negated: Bool
  ) throws(XPathError) -> Bool {
    switch (left, right) {
    case (.nodes(let left), .nodes(let right)):
      return try equal(left, right, negated: negated)
    case (.nodes, .boolean), (.boolean, .nodes), (.boolean, _), (_, .boolean):
      return (boolean(left) == boolean(right)) != negated
    case (.nodes(let nodes), .number(let number)), (.number(let number), .nodes(let nodes)):
      return try strings(of: nodes).contains { (XPathNumber.read($0) == number) != negated }
    case (.nodes(let nodes), .string(let text)), (.string(let text), .nodes(let nodes)):
      return try strings(of: nodes).contains { $0.isSame(as: text) != negated }
    case (.number, _), (_, .number):
      return (try number(left) == number(right)) != negated
    case (.string(let left), .string(let right)): return left.isSame(as: right) != negated
    }
  }

  /// Whether some pair of nodes is equal, or different, without looking at every pair.
  private mutating func equal(
    _ left: [XPathNode], _ right: [XPathNode], negated: Bool
  ) throws(XPathError) -> Bool {
    let left = Set(try strings(of: left).map { Array($0.utf8) })
    let right = Set(try strings(of: right).map { Array($0.utf8) })
    if !negated { return !left.isDisjoint(with: right) }
    guard !left.isEmpty, !right.isEmpty else { return false }
    return left.count > 1 || right.count > 1 || left != right
  }

  private mutating func ordered(
    _ left: XPathValue, _ right: XPathValue, by areOrdered: (Double, Double) -> Bool
  ) throws(XPathError) -> Bool {
    // A boolean takes a node-set for a boolean too; otherwise some pair of numbers decides.
    let (left, right) =
      switch (left, right) {
      case (.nodes, .boolean), (.boolean, .nodes):
        (XPathValue.boolean(boolean(left)), XPathValue.boolean(boolean(right)))
      default: (left, right)
      }
    guard let smallest = try numbers(left).min(), let greatest = try numbers(right).max() else {
      return false
    }
    return areOrdered(smallest, greatest)
  }

  /// The numbers of a value, those aside that are none.
  private mutating func numbers(_ value: XPathValue) throws(XPathError) -> [Double] {
    guard case .nodes(let nodes) = value else { return [try number(value)].filter { !$0.isNaN } }
    return try strings(of: nodes).map(XPathNumber.read).filter { !$0.isNaN }
  }
}

extension XPathEvaluator {
  /// `boolean()`.
  func boolean(_ value: XPathValue) -> Bool {
    switch value {
    case .nodes(let nodes): !nodes.isEmpty
    case .string(let text): !text.isEmpty
    case .number(let number): number != 0 && !number.isNaN
    case .boolean(let value): value
    }
  }

  /// `number()`.
  mutating func number(_ value: XPathValue) throws(XPathError) -> Double {
    switch value {
    case .number(let number): number
    case .boolean(let value): value ? 1 : 0
    case .string, .nodes: XPathNumber.read(try string(value))
    }
  }

  /// `string()`.
  mutating func string(_ value: XPathValue) throws(XPathError) -> String {
    switch value {
    case .nodes(let nodes):
      try nodes.first.map { (node) throws(XPathError) in try string(of: node) } ?? ""
    case .string(let text): text
    case .number(let number): XPathNumber.write(number)
    case .boolean(let value): value ? "true" : "false"
    }
  }
}
