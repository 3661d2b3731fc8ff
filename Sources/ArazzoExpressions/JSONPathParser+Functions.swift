import ArazzoDocuments

/// The function extensions of RFC 9535 with their types.
enum JSONPathFunction: String, CaseIterable {
  case length, count, match, search, value

  enum ValueKind { case value, logical, nodes }

  var parameters: [ValueKind] {
    switch self {
    case .length: [.value]
    case .count, .value: [.nodes]
    case .match, .search: [.value, .value]
    }
  }

  var result: ValueKind {
    switch self {
    case .length, .count, .value: .value
    case .match, .search: .logical
    }
  }
}

extension JSONPathParser {
  /// `name(argument, …)`, well-typed.
  mutating func parseFunction() throws(ExpressionError) -> FilterExpression.FunctionCall {
    try enter()
    defer { depth -= 1 }
    let start = scanner.position
    let name = scanner.takeRun { ($0 >= "a" && $0 <= "z") || $0 == "_" || $0.isDigit }
    guard scanner.peek() == "(" else {
      throw ExpressionError("'\(name)' is no value: strings stand in quotes", offset: start)
    }
    let names = JSONPathFunction.allCases.map(\.rawValue)
    guard let function = JSONPathFunction(rawValue: name) else {
      throw ExpressionError(
        "there is no function '\(name)', only \(names.joined(separator: ", "))", offset: start,
        suggestion: Suggestion.nearest(to: name, in: names))
    }
    let arguments = try parseArguments(of: function)
    guard arguments.count == function.parameters.count else {
      throw ExpressionError(
        "'\(name)' takes \(function.parameters.count), not \(arguments.count) arguments",
        offset: start)
    }
    return .init(name: name, arguments: arguments, offset: start)
  }

  private mutating func parseArguments(
    of function: JSONPathFunction
  ) throws(ExpressionError) -> [FilterExpression.Argument] {
    scanner.position += 1
    scanner.skipBlank()
    var arguments: [FilterExpression.Argument] = []
    if scanner.take(")") { return arguments }
    repeat {
      scanner.skipBlank()
      let kind = function.parameters.dropFirst(arguments.count).first ?? .value
      arguments.append(try parseArgument(of: function, kind: kind))
      scanner.skipBlank()
    } while scanner.take(",")
    guard scanner.take(")") else {
      throw scanner.error("',' or ')' is missing before \(scanner.found)")
    }
    return arguments
  }

  /// An argument for a parameter of `kind`. No function of the RFC takes a logical expression.
  private mutating func parseArgument(
    of function: JSONPathFunction, kind: JSONPathFunction.ValueKind
  ) throws(ExpressionError) -> FilterExpression.Argument {
    let start = scanner.position
    let comparable = try parseComparable()
    let name = function.rawValue
    switch comparable {
    case .query(let query):
      guard kind == .nodes || query.isSingular else {
        throw ExpressionError("'\(name)' takes a query that finds one node", offset: start)
      }
      return .query(query)
    case _ where kind == .nodes:
      throw ExpressionError("'\(name)' takes a query", offset: start)
    case .function(let call):
      guard JSONPathFunction(rawValue: call.name)?.result == kind else {
        throw ExpressionError("'\(name)' can't take what '\(call.name)' gives", offset: start)
      }
      return .function(call)
    case .literal(let literal): return .literal(literal)
    case .embedded(let expression, let offset): return .embedded(expression, offset: offset)
    case .template(let template, let offset): return .template(template, offset: offset)
    }
  }
}
