import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// What a called workflow returned.
extension ValueCompiler {
  func callOutput(
    _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard case .response(let step) = moment, case .workflow(let called)? = scope.targets[step]
    else {
      diagnostics.error(
        "\(place.written.quotedForMessage) stands where no workflow was called", at: place.location,
        suggestion: "'$outputs' are those of the workflow that this step calls")
      return nil
    }
    let declared = called.outputs.map(\.name)
    guard let (name, pointer, usedDots) = reference.resolve(declared: declared),
      let output = called.outputs.first(where: { $0.name == name })
    else {
      diagnostics.error(
        "workflow '\(called.id)' has no output \(reference.path.quotedForMessage)",
        at: place.location,
        suggestion: didYouMean(reference.path, in: declared))
      return nil
    }
    if usedDots { reportDots(place) }
    let value = ValuePlan(
      kind: .callOutput(name), type: output.type, isOptional: output.isOptional,
      expression: place.written)
    return member(of: value, pointer.tokens, place)
  }

  /// `$workflows.ID.outputs.NAME` in a step that calls that workflow is what it returned.
  func workflowOutput(
    _ id: String, _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> ValuePlan? {
    guard case .response(let step) = moment, case .workflow(let called)? = scope.targets[step],
      called.id == id
    else { return unsupported(place.written.quotedForMessage, place) }
    return callOutput(reference, place)
  }
}
