import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

extension ValueCompiler {
  func input(
    _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    input(
      reference, of: scope.inputs, workflow: "workflow '\(scope.workflow.id.value)'", place
    ) { names in
      if let name = names.first { scope.useInput(name) }
      return .input(names)
    }
  }

  /// An input of a workflow.
  ///
  /// - Parameter kind: Makes the value of the names that lead to it.
  func input(
    _ reference: RuntimeExpression.Reference, of inputs: StructPlan, workflow: String,
    _ place: ExpressionPlace, kind: ([String]) -> ValuePlan.Kind
  ) -> ValuePlan? {
    let declared = inputs.fields.map(\.name)
    guard let (name, pointer, usedDots) = reference.resolve(declared: declared) else {
      if scope.workflow.hasUnreadInputs { return nil }
      diagnostics.error(
        "\(workflow) has no input \(reference.path.quotedForMessage)",
        at: place.location, advice: Advice(reference.path, in: declared, place))
      return nil
    }
    let found = walk(inputs, [name] + pointer.tokens, place, kind: kind)
    if usedDots, found != nil { reportDots(place) }
    return found
  }

  /// Follows names down the structures of the inputs, and a pointer where they end.
  private func walk(
    _ root: StructPlan, _ tokens: [String], _ place: ExpressionPlace,
    kind: ([String]) -> ValuePlan.Kind
  ) -> ValuePlan? {
    var structure = root
    var isOptional = false
    for (index, token) in tokens.enumerated() {
      guard let field = structure.fields.first(where: { $0.name == token }) else {
        diagnostics.error(
          "input '\(structure.path.joined(separator: "."))' has no member \(token.quotedForMessage)",
          at: place.location, advice: Advice(token, in: structure.fields.map(\.name), place))
        return nil
      }
      isOptional = isOptional || field.isOptional
      let rest = Array(tokens.dropFirst(index + 1))
      if case .structure(let inner) = field.type.withoutNull, !rest.isEmpty {
        structure = inner
        isOptional = isOptional || field.type.isNullable
        continue
      }
      let value = ValuePlan(
        kind: kind(Array(tokens.prefix(index + 1))), type: field.type, isOptional: isOptional,
        expression: place.written)
      return member(of: value, rest, place)
    }
    return nil
  }
}
