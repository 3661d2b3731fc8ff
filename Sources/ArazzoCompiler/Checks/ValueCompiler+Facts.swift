import ArazzoDescriptions
import ArazzoDocuments

extension ValueCompiler {
  /// What the descriptions say about a value that is read here; `nil` where they say nothing, and for
  /// literals, which are what they are.
  func facts(of value: ValuePlan) -> ValueFacts? {
    switch value.kind {
    case .input(let path):
      ValueFacts(value.type) ?? declaredCollection(path).flatMap(ValueFacts.init)
    case .callOutput: ValueFacts(value.type)
    case .statusCode: ValueFacts(.integer)
    case .text: ValueFacts(.string)
    case .responseBody, .member, .variable:
      schema(of: value).flatMap(ValueFacts.init) ?? ValueFacts(value.type)
    default: nil
    }
  }

  /// The type of an input that the schema calls an object or an array and says no more of.
  private func declaredCollection(_ path: [String]) -> TypePlan? {
    let schema = path.reduce(scope.workflow.inputs) { $0?["properties"]?[$1] }
    return switch schema?["type"]?.string {
    case "object": .dictionary(.json)
    case "array": .array(.json)
    default: nil
    }
  }

  /// The schema of a value that came from a response; `nil` where several differ.
  func schema(of value: ValuePlan) -> Schema? { schemas(of: value)?.common }

  /// What a value that came from a response can be, by the responses that its step can succeed with.
  ///
  /// - Parameter depth: How many outputs may still be followed: they can read each other in a circle.
  func schemas(of value: ValuePlan, depth: Int = 16) -> [Schema]? {
    switch value.kind {
    case .responseBody(let pointer):
      guard case .found(let schemas, _)? = success?.lookup(pointer.texts) else { return nil }
      return schemas
    case .member(let base, let pointer):
      return schemas(of: base, depth: depth)?.compactMap { $0.schema(at: pointer) }
    case .variable(let variable):
      guard depth > 0, let source = scope.value(of: variable.key) else { return nil }
      return ValueCompiler(scope: scope, moment: .response(step: variable.step))
        .schemas(of: source, depth: depth - 1)
    default: return nil
    }
  }
}

extension Schema {
  fileprivate func schema(at tokens: [PointerToken]) -> Schema? {
    guard case .found(let schema, _) = lookup(JSONPointer(tokens: tokens.texts)) else { return nil }
    return schema
  }
}
