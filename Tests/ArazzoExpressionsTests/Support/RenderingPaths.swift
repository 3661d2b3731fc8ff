@testable import ArazzoExpressions

extension ParsedQuery {
  var rendered: String { (root == .root ? "$" : "@") + segments.map(\.rendered).joined() }
}

extension ParsedQuery.Segment {
  var rendered: String {
    (isDescendant ? ".." : "") + "[\(selectors.map(\.rendered).joined(separator: ","))]"
  }
}

extension ParsedQuery.Selector {
  var rendered: String {
    switch self {
    case .name(let name): "'\(name)'"
    case .wildcard: "*"
    case .index(let index): "\(index)"
    case .slice(let start, let end, let step):
      "\(start.map(String.init) ?? ""):\(end.map(String.init) ?? ""):\(step)"
    case .filter(let filter): "?\(filter.rendered)"
    case .child(let value): value.renderedInQuery
    }
  }
}

extension ParsedQuery.Filter {
  var rendered: String {
    switch self {
    case .or(let operands): "(or \(operands.map(\.rendered).joined(separator: " ")))"
    case .and(let operands): "(and \(operands.map(\.rendered).joined(separator: " ")))"
    case .not(let operand): "(not \(operand.rendered))"
    case .exists(let query): query.rendered
    case .comparison(let comparison, let left, let right):
      "(\(comparison.rawValue) \(left.rendered) \(right.rendered))"
    case .pattern(let text, let pattern, let isWhole):
      "\(isWhole ? "match" : "search")(\(text.rendered),\(pattern.value.renderedInQuery))"
    case .foundPattern(let text, let pattern, let isWhole):
      "\(isWhole ? "match" : "search")(\(text.rendered),\(pattern.rendered))"
    }
  }
}

extension ParsedQuery.Operand {
  var rendered: String {
    switch self {
    case .value(let value): value.renderedInQuery
    case .query(let query): query.rendered
    case .length(let operand): "length(\(operand.rendered))"
    case .count(let query): "count(\(query.rendered))"
    case .valueOf(let query): "value(\(query.rendered))"
    }
  }
}

extension WrittenValue {
  var renderedInQuery: String {
    switch self {
    case .literal(let literal): literal.rendered
    case .expression(let parsed, let offset): "{\(parsed.expression.rendered)}@\(offset)"
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
    case .value(let value): value.renderedInQuery
    case .path(let path): path.rendered
    }
  }
}

extension PathCondition.Path {
  var rendered: String { query.rendered + (isLength ? " length" : "") }
}
