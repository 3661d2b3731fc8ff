// The runtime expressions in each of the query languages, in the order written.

extension Condition {
  package var expressions: [ParsedExpression] {
    switch self {
    case .or(let parts), .and(let parts): parts.flatMap(\.expressions)
    case .not(let inner): inner.expressions
    case .comparison(_, let left, let right): left.expressions + right.expressions
    case .operand(let operand): operand.expressions
    }
  }
}

extension WrittenValue {
  var expressions: [ParsedExpression] {
    switch self {
    case .literal: []
    case .expression(let expression, _): [expression]
    case .template(let template, _): template.expressions
    }
  }
}

extension RegexCondition {
  package var expressions: [ParsedExpression] { pattern.values.flatMap(\.expressions) }
}

extension ParsedXPath {
  package var expressions: [ParsedExpression] {
    var expressions: [ParsedExpression] = []
    _ = map { value in
      expressions += value.expressions
      return value
    }
    return expressions
  }
}

extension JSONPathCondition {
  package var expressions: [ParsedExpression] {
    switch self {
    case .query(let query): query.expressions
    case .dialect(let condition): condition.expressions
    }
  }
}

extension PathCondition {
  fileprivate var expressions: [ParsedExpression] {
    switch self {
    case .or(let parts), .and(let parts): parts.flatMap(\.expressions)
    case .not(let inner): inner.expressions
    case .exists(let path): path.query.expressions
    case .comparison(_, let left, let right): left.expressions + right.expressions
    }
  }
}

extension PathCondition.Operand {
  fileprivate var expressions: [ParsedExpression] {
    switch self {
    case .value(let value): value.expressions
    case .path(let path): path.query.expressions
    }
  }
}

extension ParsedQuery {
  package var expressions: [ParsedExpression] {
    var expressions: [ParsedExpression] = []
    _ = map { value in
      expressions += value.expressions
      return value
    } pattern: { pattern in
      expressions += pattern.value.expressions
      return pattern
    }
    return expressions
  }
}
