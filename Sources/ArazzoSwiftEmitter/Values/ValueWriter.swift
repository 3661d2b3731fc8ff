import ArazzoCompiler

/// Values of the plan as Swift expressions.
struct ValueWriter {
  let workflow: WorkflowContext
  let scope: StepScope

  var names: WorkflowNames { workflow.names }

  /// The value with the type that it has by itself.
  func expression(_ value: ValuePlan) -> Expression {
    switch value.kind {
    case .literal(let literal): self.literal(literal, value.type)
    case .input(let path): input(path, of: workflow, named: "inputs")
    case .variable(let variable): self.variable(variable, isOptional: value.isOptional)
    case .member(let base, let pointer): member(of: expression(base), pointer)
    case .responseBody(let pointer): responseBody(pointer)
    case .responseContent: responseContent(value.type)
    case .responseHeader, .responseCookie, .statusCode, .requestURL, .requestMethod, .requestHeader,
      .requestQuery,
      .requestPath, .requestBody:
      exchange(value.kind)
    case .text(let parts): text(parts)
    case .xmlText, .textOrEmpty:
      Expression(
        layout: [representable(value), "?.string"], type: .string, isOptional: true, isChain: true)
    case .object, .array:
      Expression(layout: [json(value), " as JSONValue"], type: .json, isOptional: false)
    case .callOutput(let name): callOutput(name, value)
    case .xpath(let plan): XPathWriter(values: self, plan: plan).string()
    case .dependencyOutput(let id, let name): dependencyOutput(id, name, value)
    case .dependencyInput(let id, let path): dependencyInput(id, path, value)
    case .firstOf(let first, let second): firstOf(first, second)
    case .found(let query, let context, let isSingular):
      found(query, in: context, isSingular: isSingular)
    case .replaced(let base, let replacements): replaced(base, replacements)
    case .missing: Expression(layout: "nil", type: value.type, isOptional: true, isLiteral: true)
    }
  }

  private func literal(_ literal: LiteralPlan, _ type: TypePlan) -> Expression {
    switch literal {
    case .string(let text):
      return Expression(layout: .string(text), type: .string, isOptional: false, isLiteral: true)
    case .bool(let isTrue):
      return Expression(
        layout: isTrue ? "true" : "false", type: .boolean, isOptional: false, isLiteral: true)
    case .number(let digits):
      guard let number = NumberLiteral(digits) else { break }
      return Expression(
        layout: .text(number.text), type: number.isInteger ? .integer : .number, isOptional: false,
        isLiteral: true)
    case .null: return Expression(layout: "JSONValue.null", type: .json, isOptional: false)
    case .array, .object: break
    }
    let layout = JSONLiteral.layout(literal)
    if case .number = literal { return Expression(layout: layout, type: .json, isOptional: true) }
    return Expression(layout: [layout, " as JSONValue"], type: .json, isOptional: false)
  }

  private func input(
    _ path: [String], of workflow: WorkflowContext, named inputs: String
  ) -> Expression {
    let names = workflow.names
    var code = inputs
    var above: [String] = workflow.plan.inputs.path
    var type = TypePlan.structure(workflow.plan.inputs)
    var isOptional = false
    for name in path {
      if type.isNullable {
        code += isOptional ? "?.value" : ".value"
        isOptional = true
      }
      code += (isOptional ? "?." : ".") + names.inputs.field(name, of: above)
      guard let field = names.inputs.plan(ofField: name, of: above) else { continue }
      isOptional = isOptional || field.isOptional
      type = field.type
      above = type.nominal?.path ?? above
    }
    return Expression(
      layout: .text(code), type: type, isOptional: isOptional, isChain: code.contains("?"))
  }

  private func variable(_ variable: VariablePlan, isOptional: Bool) -> Expression {
    let name = ReservedNames.declared(self.name(of: variable))
    return Expression(layout: .text(name), type: variable.type, isOptional: isOptional)
  }

  /// The name under which the variable is known in this phase of the step.
  func name(of variable: VariablePlan) -> String {
    scope.isFresh(variable)
      ? names.variables.freshName(variable) : names.variables.name(variable)
  }

  private func dependencyOutput(_ id: String, _ name: String, _ value: ValuePlan) -> Expression {
    guard let callee = workflow.callee(id),
      let output = callee.plan.mainResult?.outputs.first(where: { $0.name == name })
    else { return Expression(layout: "nil", type: value.type, isOptional: true, isLiteral: true) }
    let outputs = callee.dependencyOutputs
    return Expression(
      layout: .text(outputs + "." + callee.names.output(name)), type: output.type,
      isOptional: output.isOptional)
  }

  private func dependencyInput(_ id: String, _ path: [String], _ value: ValuePlan) -> Expression {
    guard let callee = workflow.callee(id) else {
      return Expression(layout: "nil", type: value.type, isOptional: true, isLiteral: true)
    }
    return input(path, of: callee, named: callee.dependencyInputs)
  }

  private func callOutput(_ name: String, _ value: ValuePlan) -> Expression {
    guard case .workflow(let call) = scope.step.call, let callee = workflow.callee(call.workflow),
      let output = callee.plan.mainResult?.outputs.first(where: { $0.name == name })
    else { return Expression(layout: "nil", type: value.type, isOptional: true, isLiteral: true) }
    let isFailed = scope.phase == .failed
    let result = names.variables.local(isFailed ? "Outputs" : "Result", of: scope.step.id)
    if isFailed {
      return Expression(
        layout: .text(result + "?." + callee.names.output(name)), type: output.type,
        isOptional: true, isChain: true)
    }
    return Expression(
      layout: .text(result + "." + callee.names.output(name)), type: output.type,
      isOptional: output.isOptional)
  }
}

/// A Swift expression with what is known about its type.
struct Expression {
  var layout: Layout
  var type: TypePlan
  var isOptional: Bool
  /// Whether it ends in an optional chain, which a member after it would prolong.
  var isChain = false
  /// Whether it is a literal that takes the type that its place asks for.
  var isLiteral = false
}
