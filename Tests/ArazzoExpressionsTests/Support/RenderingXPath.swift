import ArazzoDocuments

@testable import ArazzoExpressions

extension ParsedXPath {
  /// The tree as short text, operators in front.
  var rendered: String {
    switch self {
    case .or(let operands): "(or \(operands.map(\.rendered).joined(separator: " ")))"
    case .and(let operands): "(and \(operands.map(\.rendered).joined(separator: " ")))"
    case .binary(let operation, let left, let right):
      "(\(operation.rendered) \(left.rendered) \(right.rendered))"
    case .negated(let operand): "(neg \(operand.rendered))"
    case .union(let operands): "(| \(operands.map(\.rendered).joined(separator: " ")))"
    case .path(let path): path.rendered
    case .filtered(let nodes, let predicates):
      "(filter \(nodes.rendered) \(predicates.map(\.rendered).joined(separator: " ")))"
    case .string(let text): "'\(text)'"
    case .number(let digits): digits
    case .function(let function, let arguments):
      "\(function.rawValue)(\(arguments.map(\.rendered).joined(separator: " ")))"
    case .value(let value): value.renderedInQuery
    }
  }
}

extension ParsedXPath.Operator {
  fileprivate var rendered: String {
    switch self {
    case .comparison(.equal): "="
    case .comparison(let comparison): comparison.rawValue
    case .arithmetic(.plus): "+"
    case .arithmetic(.minus): "-"
    case .arithmetic(.times): "*"
    case .arithmetic(.divided): "div"
    case .arithmetic(.remainder): "mod"
    }
  }
}

extension ParsedXPath.Path {
  fileprivate var rendered: String {
    let steps = steps.map(\.rendered).joined(separator: "/")
    switch start {
    case .context: return steps
    case .root: return "/" + steps
    case .nodes(let nodes): return "\(nodes.rendered)/\(steps)"
    }
  }
}

extension ParsedXPath.Step {
  fileprivate var rendered: String {
    let prefix =
      switch axis {
      case .child: ""
      case .attribute: "@"
      default: "\(axis.rawValue)::"
      }
    return prefix + test.rendered + predicates.map { "[\($0.rendered)]" }.joined()
  }
}

extension ParsedXPath.NodeTest {
  fileprivate var rendered: String {
    switch self {
    case .any: "*"
    case .anyWithPrefix(let prefix): "\(prefix):*"
    case .name(nil, let name): name
    case .name(let prefix?, let name): "\(prefix):\(name)"
    case .node: "node()"
    case .text: "text()"
    case .comment: "comment()"
    case .processingInstruction(let target): "processing-instruction(\(target ?? ""))"
    }
  }
}
