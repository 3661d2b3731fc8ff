import ArazzoDescriptions
import ArazzoDocuments

extension ValueCompiler {
  /// What the descriptions say about a value that is read here; `nil` where they say nothing, and for
  /// literals, which are what they are.
  func facts(of value: ValuePlan) -> ValueFacts? {
    switch value.kind {
    case .input, .callOutput: ValueFacts(value.type)
    case .statusCode: ValueFacts(.integer)
    case .text: ValueFacts(.string)
    case .responseBody, .member, .variable: schema(of: value).flatMap(ValueFacts.init)
    default: nil
    }
  }

  /// The schema of a value that came from a response.
  ///
  /// - Parameter depth: How many outputs may still be followed: they can read each other in a circle.
  func schema(of value: ValuePlan, depth: Int = 16) -> Schema? {
    switch value.kind {
    case .responseBody(let pointer): return bodySchema(at: pointer)
    case .member(let base, let pointer):
      return schema(of: base, depth: depth)?.schema(at: pointer)
    case .variable(let variable):
      guard depth > 0, let source = scope.value(of: variable.key) else { return nil }
      return ValueCompiler(scope: scope, moment: .response(step: variable.step))
        .schema(of: source, depth: depth - 1)
    default: return nil
    }
  }

  private func bodySchema(at pointer: [PointerToken]) -> Schema? {
    guard !isAfterFailure, case .response(let step) = moment,
      case .operation(let found)? = scope.targets[step]
    else { return nil }
    return found.operation.successSchema(for: successStatus)?.schema(at: pointer)
  }
}

extension Schema {
  fileprivate func schema(at tokens: [PointerToken]) -> Schema? {
    guard case .found(let schema, _) = lookup(JSONPointer(tokens: tokens.texts)) else { return nil }
    return schema
  }
}
