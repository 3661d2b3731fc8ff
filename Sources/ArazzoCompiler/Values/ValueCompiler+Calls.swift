import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// `$outputs…`: what the workflow that this step called gave back.
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
    guard let (output, pointer) = output(reference, of: called, place) else { return nil }
    // A call that failed may have ended with some of its outputs, or with none (rule A4).
    let value = ValuePlan(
      kind: .callOutput(output.name), type: output.type,
      isOptional: output.isOptional || isAfterFailure, expression: place.written)
    return member(of: value, pointer.tokens, place)
  }

  /// The output that a reference names, and the pointer into it.
  func output(
    _ reference: RuntimeExpression.Reference, of called: WorkflowPlan, _ place: ExpressionPlace
  ) -> (OutputPlan, JSONPointer)? {
    let declared = called.outputs.map(\.name)
    guard let reference = nearReference(reference, among: declared, place) else { return nil }
    guard let (name, pointer, usedDots) = reference.resolve(declared: declared),
      let output = called.outputs.first(where: { $0.name == name })
    else {
      diagnostics.error(
        "workflow '\(called.id)' has no output \(reference.path.quotedForMessage)",
        at: place.location, advice: Advice(reference.path, in: declared, place))
      return nil
    }
    if usedDots { reportDots(place) }
    return (output, pointer)
  }
}
