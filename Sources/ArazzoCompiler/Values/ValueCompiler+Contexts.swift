import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The `context` of a criterion or of a Selector Object.
extension ValueCompiler {
  func context(_ context: ContextReference) -> ValuePlan? {
    if let whole = wholeContext(context) { return whole }
    return parsed(context).flatMap {
      expression(
        $0, written: context.value, at: context.location, in: mended(context.text, $0))
    }
  }

  func parsed(_ context: ContextReference) -> ParsedExpression? {
    switch context.expression {
    case .success(let expression): return expression
    case .failure(let error):
      diagnostics.error(
        "the context \(context.value.quotedForMessage): \(error.message)", at: context.location,
        suggestion: error.suggestion)
      return nil
    }
  }

  /// An object of all inputs, or of all outputs of a step (dialect P3).
  func wholeContext(_ context: ContextReference) -> ValuePlan? {
    let members: [ValuePlan.Member]
    switch context.whole {
    case .inputs:
      members = scope.inputs.fields.map { field in
        scope.useInput(field.name)
        return ValuePlan.Member(
          name: field.name,
          value: ValuePlan(
            kind: .input([field.name]), type: field.type, isOptional: field.isOptional,
            expression: "$inputs.\(field.name)"))
      }
    case .outputs(let id):
      guard let step = scope.step(id) else { return nil }
      members = step.outputs.map { member($0.name.value, of: id) }
    case nil: return nil
    }
    diagnostics.dialect(
      .p03LooseSpelling, at: context.location,
      specSpelling: "write one of them: \("\(context.value).NAME".quotedForMessage)")
    return ValuePlan(
      kind: .object(members), type: .json, isOptional: false, expression: context.value)
  }

  private func member(_ output: String, of step: String) -> ValuePlan.Member {
    let variable = scope.variable(VariableKey(step: step, output: output))
    let value = ValuePlan(
      kind: .variable(variable), type: variable.type, isOptional: variable.isOptional,
      expression: "$steps.\(step).outputs.\(output)")
    return ValuePlan.Member(name: output, value: value)
  }
}
