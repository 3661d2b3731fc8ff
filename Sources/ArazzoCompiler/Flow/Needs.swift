/// What a request can't be sent without.
struct Needs {
  /// Step outputs.
  var variables: Set<VariableKey> = []
  /// Inputs, by the names that lead to them (rule V11).
  var inputs: Set<[String]> = []

  mutating func formUnion(_ other: Needs) {
    variables.formUnion(other.variables)
    inputs.formUnion(other.inputs)
  }
}

extension ValuePlan {
  /// What the value is missing without.
  var needs: Needs { Needs(variables: variables, inputs: neededInputs) }

  private var neededInputs: Set<[String]> {
    switch kind {
    case .input(let path): [path]
    case .member(let base, _), .xmlText(let base), .replaced(let base, _): base.neededInputs
    case .text(let parts): parts.reduce(into: []) { $0.formUnion($1.neededInputs) }
    case .found(_, let context, _): context.neededInputs
    default: []
    }
  }
}

extension CallPlan {
  /// Step outputs that the call can't do with as `null`.
  var readsNotNull: Set<VariableKey> {
    switch self {
    case .operation(let operation):
      operation.parameters.filter(\.isRequired).map(\.value).variables
    case .workflow(let call):
      call.everyArgument.filter { argument in
        argument.mustBeThere || argument.isRequired && !argument.field.type.isNullable
      }.map(\.value).variables
    }
  }
}

extension WorkflowCallPlan {
  /// What the called workflow can't do without, and those that run before it.
  var needs: Needs {
    everyArgument.filter(\.isRequired).reduce(into: Needs()) { $0.formUnion($1.value.needs) }
  }
}
