import ArazzoCompiler

/// What a step keeps of its response.
struct OutputReader {
  /// As before the step's outputs are set, but for the response.
  let values: ValueWriter

  /// `let name: Type`.
  func declaration(_ output: StepOutputPlan) -> Layout {
    .declaration("let " + name(output), type(output.variable))
  }

  /// Reads the value, where anything asks for it or its absence is a failure.
  ///
  /// - Parameter isDeclared: Whether the constant stands above already.
  func statement(_ output: StepOutputPlan, isDeclared: Bool) -> Layout? {
    let variable = output.variable
    guard output.isUsed else {
      if variable.isOptional, output.value.isOptional { return nil }
      return .declaration("let _", type(variable), value: read(output))
    }
    let value = read(output)
    if isDeclared { return assignment(output, value) }
    return .declaration("let " + name(output), type(variable), value: value)
  }

  /// `name = value`. A query that takes several lines starts on a line of its own: `swift format`
  /// breaks an assignment there, but no declaration.
  private func assignment(_ output: StepOutputPlan, _ value: Layout) -> Layout {
    let name = name(output)
    guard case .found = output.value.kind else { return .assignment(.text(name), value) }
    return .choice(
      [.text(name + " = "), value], [.text(name + " ="), .indent([.hardLine, value])])
  }

  private func name(_ output: StepOutputPlan) -> String {
    let names = values.names.variables
    let name =
      output.isRenewed ? names.freshName(output.variable) : names.name(output.variable)
    return ReservedNames.declared(name)
  }

  private func type(_ variable: VariablePlan) -> Layout {
    values.names.layout(of: variable.type, isOutside: true, isOptional: variable.isOptional)
  }

  private func read(_ output: StepOutputPlan) -> Layout {
    let variable = output.variable
    if !values.isResponseOptional {
      let function = variable.isOptional ? ".optional" : ".required"
      if case .responseBody(let pointer) = output.value.kind, variable.type.nominal == nil,
        let way = ValueWriter.argument(pointer)
      {
        return pointer.isEmpty
          ? .call([response, .text(function + "Body")], [])
          : .call([response, .text(function)], [way])
      }
      if let read = self.text(output) { return read }
    }
    let value = values.typed(
      output.value, variable.type, isOptional: variable.isOptional, name: variable.label)
    return value.canThrow ? ["try ", value.layout] : value.layout
  }

  /// A header field or a whole text that is read as another type, or that must be there.
  private func text(_ output: StepOutputPlan) -> Layout? {
    let variable = output.variable
    let isPlain = variable.type == .string
    let function = variable.isOptional ? ".optional" : ".required"
    switch output.value.kind {
    case .responseHeader(let name) where !isPlain || !variable.isOptional:
      return .call([response, .text(function + "Header")], [.string(name)])
    case .responseContent where variable.type.isTextScalar:
      return .call([response, .text(function + "Scalar")], [])
    default: return nil
    }
  }

  /// `try response`.
  private var response: Layout {
    let name = values.names.variables.local("Response", of: values.scope.step.id)
    return .text("try " + name)
  }
}
