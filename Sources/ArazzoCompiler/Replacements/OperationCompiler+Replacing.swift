extension OperationCompiler {
  /// A body with the replacements of the step's payload.
  func replaced(
    _ body: (plan: BodyPlan, needs: Needs)
  ) -> (plan: BodyPlan, needs: Needs)? {
    guard let replacements = step.requestBody?.replacements, !replacements.isEmpty else {
      return body
    }
    var plan = body.plan
    let compiler = ReplacementCompiler(values: values, contentType: plan.contentType)
    guard let value = compiler.apply(replacements, to: plan.value) else { return nil }
    plan.value = value
    let needs = Needs(
      variables: body.needs.variables.intersection(value.variables),
      inputs: body.needs.inputs.intersection(value.needs.inputs))
    return (plan, needs)
  }
}
