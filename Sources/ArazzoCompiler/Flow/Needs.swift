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
