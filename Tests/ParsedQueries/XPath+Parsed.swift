import ArazzoExpressions

@_spi(Generated) import ArazzoXML

/// Values from text, so that a test is a table: each node of the syntax tree becomes what generated
/// code spells out.
extension XPath {
  /// Reads an expression; a runtime expression in it is taken for the value `embedded`.
  package init(parsing text: String, embedded: XPath = .value(nil)) throws {
    self.init(try ParsedXPath.parse(text), embedded)
  }

  private init(_ expression: ParsedXPath, _ embedded: XPath) {
    func all(_ expressions: [ParsedXPath]) -> [XPath] {
      expressions.map { XPath($0, embedded) }
    }
    switch expression {
    case .or(let operands): self.init(.or(all(operands)))
    case .and(let operands): self.init(.and(all(operands)))
    case .binary(let operation, let left, let right):
      self.init(.binary(.init(operation), XPath(left, embedded), XPath(right, embedded)))
    case .negated(let operand): self = .negated(XPath(operand, embedded))
    case .union(let operands): self.init(.union(all(operands)))
    case .path(let path):
      let steps = path.steps.map { Step($0, all($0.predicates)) }
      switch path.start {
      case .context: self.init(.path(.context, steps))
      case .root: self.init(.path(.root, steps))
      case .nodes(let nodes): self.init(.path(.nodes(XPath(nodes, embedded)), steps))
      }
    case .filtered(let nodes, let predicates):
      self.init(.filtered(XPath(nodes, embedded), all(predicates)))
    case .string(let text): self = XPath(stringLiteral: text)
    case .number(let digits): self = XPath(floatLiteral: XPathNumber.read(digits))
    case .function(let function, let arguments):
      self.init(.call(.init(function), all(arguments)))
    case .value: self = embedded
    }
  }
}

extension XPath.Step {
  fileprivate init(_ step: ParsedXPath.Step, _ predicates: [XPath]) {
    let test: XPath.NodeTest =
      switch step.test {
      case .any: "*"
      case .anyWithPrefix(let prefix): .init(stringLiteral: "\(prefix):*")
      case .name(nil, let name): .init(stringLiteral: name)
      case .name(let prefix?, let name): .init(stringLiteral: "\(prefix):\(name)")
      case .node: .node
      case .text: .text
      case .comment: .comment
      case .processingInstruction(let target): .instruction(target)
      }
    self.init(.init(step.axis), test)
    self.predicates = predicates
  }
}

extension XPath.Axis {
  fileprivate init(_ axis: ParsedXPath.Axis) {
    switch axis {
    case .ancestor: self = .ancestor
    case .ancestorOrSelf: self = .ancestorOrSelf
    case .attribute: self = .attribute
    case .child: self = .child
    case .descendant: self = .descendant
    case .descendantOrSelf: self = .descendantOrSelf
    case .following: self = .following
    case .followingSibling: self = .followingSibling
    case .namespace: self = .namespace
    case .parent: self = .parent
    case .preceding: self = .preceding
    case .precedingSibling: self = .precedingSibling
    case .itself: self = .itself
    }
  }
}

extension XPath.Operator {
  fileprivate init(_ operation: ParsedXPath.Operator) {
    switch operation {
    case .comparison(.equal): self = .equal
    case .comparison(.notEqual): self = .notEqual
    case .comparison(.less): self = .less
    case .comparison(.lessOrEqual): self = .lessOrEqual
    case .comparison(.greater): self = .greater
    case .comparison(.greaterOrEqual): self = .greaterOrEqual
    case .arithmetic(.plus): self = .plus
    case .arithmetic(.minus): self = .minus
    case .arithmetic(.times): self = .times
    case .arithmetic(.divided): self = .divided
    case .arithmetic(.remainder): self = .remainder
    }
  }
}
