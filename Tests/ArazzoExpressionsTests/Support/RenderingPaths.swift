@testable import ArazzoExpressions

extension JSONPathQuery {
  var rendered: String { (root == .root ? "$" : "@") + segments.map(\.rendered).joined() }
}

extension JSONPathQuery.Segment {
  var rendered: String {
    (isDescendant ? ".." : "") + "[\(selectors.map(\.rendered).joined(separator: ","))]"
  }
}

extension JSONPathQuery.Selector {
  var rendered: String {
    switch self {
    case .name(let name): "'\(name)'"
    case .wildcard: "*"
    case .index(let index): "\(index)"
    case .slice(let start, let end, let step):
      "\(start.map(String.init) ?? ""):\(end.map(String.init) ?? ""):\(step)"
    case .filter(let filter): "?\(filter.rendered)"
    case .embedded(let parsed, let offset): "{\(parsed.expression.rendered)}@\(offset)"
    case .template(let template, let offset): "template@\(offset)[\(template.rendered)]"
    }
  }
}

extension FilterExpression {
  var rendered: String {
    switch self {
    case .or(let operands): "(or \(operands.map(\.rendered).joined(separator: " ")))"
    case .and(let operands): "(and \(operands.map(\.rendered).joined(separator: " ")))"
    case .not(let operand): "(not \(operand.rendered))"
    case .exists(let query): query.rendered
    case .comparison(let comparison, let left, let right):
      "(\(comparison.rawValue) \(left.rendered) \(right.rendered))"
    case .function(let call): call.rendered
    }
  }
}

extension FilterExpression.Comparable {
  var rendered: String {
    switch self {
    case .literal(let literal): literal.rendered
    case .query(let query): query.rendered
    case .function(let call): call.rendered
    case .embedded(let parsed, let offset): "{\(parsed.expression.rendered)}@\(offset)"
    case .template(let template, let offset): "template@\(offset)[\(template.rendered)]"
    }
  }
}

extension FilterExpression.FunctionCall {
  var rendered: String { "\(name)(\(arguments.map(\.rendered).joined(separator: ",")))" }
}

extension FilterExpression.Argument {
  var rendered: String {
    switch self {
    case .literal(let literal): literal.rendered
    case .query(let query): query.rendered
    case .function(let call): call.rendered
    case .logical(let filter): filter.rendered
    case .embedded(let parsed, let offset): "{\(parsed.expression.rendered)}@\(offset)"
    case .template(let template, let offset): "template@\(offset)[\(template.rendered)]"
    }
  }
}

extension JSONPathCondition {
  var rendered: String {
    switch self {
    case .query(let query): "query \(query.rendered)"
    case .dialect(let condition): "dialect \(condition.rendered)"
    }
  }
}

extension PathCondition {
  var rendered: String {
    switch self {
    case .or(let operands): "(or \(operands.map(\.rendered).joined(separator: " ")))"
    case .and(let operands): "(and \(operands.map(\.rendered).joined(separator: " ")))"
    case .not(let operand): "(not \(operand.rendered))"
    case .exists(let path): path.rendered
    case .comparison(let comparison, let left, let right):
      "(\(comparison.rawValue) \(left.rendered) \(right.rendered))"
    }
  }
}

extension PathCondition.Operand {
  var rendered: String {
    switch self {
    case .literal(let literal): literal.rendered
    case .path(let path): path.rendered
    case .embedded(let parsed, let offset): "{\(parsed.expression.rendered)}@\(offset)"
    case .template(let template, let offset): "template@\(offset)[\(template.rendered)]"
    }
  }
}

extension PathCondition.Path {
  var rendered: String { query.rendered + (isLength ? " length" : "") }
}
