// The runtime expressions that stand in each of the small languages, in the order written.

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

extension Condition.Operand {
  fileprivate var expressions: [ParsedExpression] {
    switch self {
    case .literal: []
    case .expression(let expression, _): [expression]
    case .template(let template, _): template.expressions
    }
  }
}

extension RegexCondition {
  package var expressions: [ParsedExpression] { pattern.values.map(\.expression) }
}

extension XPathExpression {
  package var expressions: [ParsedExpression] {
    embedded.flatMap { part in
      switch part {
      case .expression(let expression, _): [expression]
      case .template(let template, _): template.expressions
      }
    }
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
    case .literal: []
    case .path(let path): path.query.expressions
    case .embedded(let expression, _): [expression]
    case .template(let template, _): template.expressions
    }
  }
}

extension JSONPathQuery {
  package var expressions: [ParsedExpression] {
    segments.flatMap(\.selectors).flatMap { selector -> [ParsedExpression] in
      switch selector {
      case .filter(let filter): filter.expressions
      case .embedded(let expression, _): [expression]
      case .template(let template, _): template.expressions
      case .name, .wildcard, .index, .slice: []
      }
    }
  }
}

extension FilterExpression {
  fileprivate var expressions: [ParsedExpression] {
    switch self {
    case .or(let parts), .and(let parts): parts.flatMap(\.expressions)
    case .not(let inner): inner.expressions
    case .exists(let query): query.expressions
    case .comparison(_, let left, let right): left.expressions + right.expressions
    case .function(let call): call.expressions
    }
  }
}

extension FilterExpression.Comparable {
  fileprivate var expressions: [ParsedExpression] {
    switch self {
    case .literal: []
    case .query(let query): query.expressions
    case .function(let call): call.expressions
    case .embedded(let expression, _): [expression]
    case .template(let template, _): template.expressions
    }
  }
}

extension FilterExpression.FunctionCall {
  fileprivate var expressions: [ParsedExpression] {
    arguments.flatMap { argument -> [ParsedExpression] in
      switch argument {
      case .literal: []
      case .query(let query): query.expressions
      case .function(let call): call.expressions
      case .logical(let filter): filter.expressions
      case .embedded(let expression, _): [expression]
      case .template(let template, _): template.expressions
      }
    }
  }
}
