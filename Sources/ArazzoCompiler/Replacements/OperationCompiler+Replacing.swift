extension OperationCompiler {
  /// A body with the replacements of the step's payload.
  func replaced(
    _ body: (plan: BodyPlan, required: Set<VariableKey>)
  ) -> (plan: BodyPlan, required: Set<VariableKey>)? {
    guard let replacements = step.requestBody?.replacements, !replacements.isEmpty else {
      return body
    }
    var plan = body.plan
    let compiler = ReplacementCompiler(values: values, contentType: plan.contentType)
    guard let value = compiler.apply(replacements, to: plan.value) else { return nil }
    plan.value = value
    return (plan, body.required.intersection(value.variables))
  }
}
