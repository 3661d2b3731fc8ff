import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The `context` of a criterion or of a Selector Object.
extension ValueCompiler {
  func context(_ context: Located<String>) -> ValuePlan? {
    if let whole = wholeContext(context) { return whole }
    return parsed(context).flatMap {
      expression(
        $0, written: context.value, at: context.location, in: mended(context, $0))
    }
  }

  func parsed(_ context: Located<String>) -> ParsedExpression? {
    do {
      return try RuntimeExpression.parse(context.value)
    } catch {
      diagnostics.error(
        "the context \(context.value.quotedForMessage): \(error.message)", at: context.location,
        suggestion: error.suggestion)
      return nil
    }
  }

  /// `$inputs` and `$steps.ID.outputs` alone, which the grammar does not have: an object of all of
  /// them (dialect P3).
  func wholeContext(_ context: Located<String>) -> ValuePlan? {
    let members: [ValuePlan.Member]
    if context.value == "$inputs" {
      members = scope.inputs.fields.map { field in
        scope.useInput(field.name)
        return ValuePlan.Member(
          name: field.name,
          value: ValuePlan(
            kind: .input([field.name]), type: field.type, isOptional: field.isOptional,
            expression: "$inputs.\(field.name)"))
      }
    } else if let step = stepWithOutputs(context.value) {
      members = step.outputs.map { member($0.name.value, of: step.id.value) }
    } else {
      return nil
    }
    diagnostics.dialect(
      .p03LooseSpelling, at: context.location,
      specSpelling: "write one of them: \("\(context.value).NAME".quotedForMessage)")
    return ValuePlan(
      kind: .object(members), type: .json, isOptional: false, expression: context.value)
  }

  private func stepWithOutputs(_ text: String) -> Step? {
    guard text.hasPrefix("$steps."), text.hasSuffix(".outputs") else { return nil }
    return scope.step(String(text.dropFirst("$steps.".count).dropLast(".outputs".count)))
  }

  private func member(_ output: String, of step: String) -> ValuePlan.Member {
    let variable = scope.variable(VariableKey(step: step, output: output))
    let value = ValuePlan(
      kind: .variable(variable), type: variable.type, isOptional: variable.isOptional,
      expression: "$steps.\(step).outputs.\(output)")
    return ValuePlan.Member(name: output, value: value)
  }
}
