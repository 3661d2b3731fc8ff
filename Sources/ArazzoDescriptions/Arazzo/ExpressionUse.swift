import ArazzoDocuments
import ArazzoExpressions

/// A runtime expression with the location of the string that contains it.
package struct ExpressionUse: Sendable {
  package let expression: RuntimeExpression
  package let location: Location
}

extension [ParsedExpression] {
  fileprivate func uses(at location: Location) -> [ExpressionUse] {
    map { ExpressionUse(expression: $0.expression, location: location) }
  }
}

extension DocumentValue {
  /// The expressions in the value and in all that it holds.
  package var uses: [ExpressionUse] {
    switch content {
    case .scalar, .unquotedExpression: []
    case .text, .jsonText: expressions.uses(at: location)
    case .sequence(let elements): elements.flatMap(\.uses)
    case .mapping(let members): members.flatMap(\.value.uses)
    case .selector(let selector): selector.context.uses + selector.path.uses
    }
  }
}

extension ContextReference {
  fileprivate var uses: [ExpressionUse] {
    source.map { [ExpressionUse(expression: $0, location: location)] } ?? []
  }
}

extension SelectorPath {
  fileprivate var uses: [ExpressionUse] {
    switch tree {
    case .success(.jsonPath(let query)): query.expressions.uses(at: location)
    case .success(.xpath(let xpath)): xpath.expressions.uses(at: location)
    case .success(.pointer), .failure: []
    }
  }
}

extension Criterion {
  package var uses: [ExpressionUse] {
    let own: [ParsedExpression] =
      switch test {
      case .success(.simple(let parsed)): parsed.condition.expressions
      case .success(.regex(let regex)): regex.expressions
      case .success(.jsonPath(let condition)): condition.expressions
      case .success(.xpath(let xpath)): xpath.expressions
      case .success(.constant), .success(.equals), .success(.notText), .failure: []
      }
    return (context?.uses ?? []) + own.uses(at: condition.location)
  }
}

extension Action {
  package var uses: [ExpressionUse] {
    criteria.flatMap(\.uses) + parameters.flatMap(\.value.uses)
  }
}

extension Step {
  /// The expressions anywhere in the step.
  package var uses: [ExpressionUse] {
    let actions = onSuccess + onFailure
    return parameters.flatMap(\.value.uses) + actions.flatMap(\.parameters).flatMap(\.value.uses)
      + (requestBody?.uses ?? [])
      + (successCriteria + actions.flatMap(\.criteria)).flatMap(\.uses)
      + outputs.flatMap(\.value.uses)
  }
}

extension RequestBody {
  fileprivate var uses: [ExpressionUse] {
    // Placeholders in JSON text can be where a string template has none.
    let payload = payload.map { (try? $0.json.get()) ?? $0 }
    return (payload?.uses ?? [])
      + replacements.flatMap { $0.value.uses + $0.paths.flatMap(\.uses) }
  }
}

extension Workflow {
  /// The expressions anywhere in the workflow.
  package var uses: [ExpressionUse] {
    steps.flatMap(\.uses) + (successActions + failureActions).flatMap(\.uses)
      + parameters.flatMap(\.value.uses) + outputs.flatMap(\.value.uses)
  }
}
