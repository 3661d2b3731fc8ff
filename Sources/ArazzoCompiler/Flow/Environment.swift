/// The step outputs that are at hand at one point of a workflow.
struct Environment {
  var values: [VariableKey: VariablePlan]

  func setting(_ variables: [VariablePlan]) -> Environment {
    var result = self
    for variable in variables { result.values[variable.key] = variable }
    return result
  }

  /// A value with what is known here put in: a step that has not run leaves its outputs missing.
  func value(_ value: ValuePlan) -> ValuePlan {
    value.mapVariables { variable in
      guard let known = values[variable.key] else {
        return ValuePlan(kind: .missing, type: variable.type, isOptional: true, expression: nil)
      }
      return ValuePlan(
        kind: .variable(known), type: known.type, isOptional: known.isOptional, expression: nil)
    }
  }
}
