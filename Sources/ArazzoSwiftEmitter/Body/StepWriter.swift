import ArazzoCompiler

/// The code of one step.
struct StepWriter {
  let workflow: WorkflowContext
  let step: StepPlan
  let used: UsedNames
  /// Whether the step runs inside another one's code, before that one is tried again.
  var isDetour = false
  /// That other one, where it has succeeded.
  var outer: StepPlan?

  private var hasFailureActions: Bool { !step.onFailure.isEmpty }

  private func values(_ phase: StepScope.Phase) -> ValueWriter {
    ValueWriter(
      workflow: workflow, scope: StepScope(step: step, phase: phase, used: used, outer: outer))
  }

  private func failedValues(_ used: UsedNames) -> ValueWriter {
    ValueWriter(
      workflow: workflow, scope: StepScope(step: step, phase: .failed, used: used))
  }

  /// The statements of the step.
  ///
  /// - Parameter later: Names that the code after this step uses.
  func statements(later: UsedNames) -> [Layout] {
    // What comes last is written first: it tells which names have to be declared.
    let after = self.after()
    let caught = hasFailureActions ? self.caught() : []
    let before = values(.before)
    let checks = self.checks(before)
    let isDone = checks.alwaysFails
    let outputs = isDone ? [] : self.outputs(before, later: later, isDeclared: hasFailureActions)
    let hidden = self.hidden()
    let request = self.request()
    let attempt = send(before) + hidden + checks.statements + outputs + (isDone ? [] : [finished()])
    guard hasFailureActions else { return request + attempt + (isDone ? [] : after) }
    let tried: Layout = [
      .block("do throws(WorkflowError) {", attempt, end: "} catch {"),
      .indent([.hardLine, .lines(caught)]), .hardLine, "}",
    ]
    return request + declarations(before, later: later, isDone: isDone) + [tried]
      + (isDone ? [] : after)
  }

  private func request() -> [Layout] {
    guard case .operation(let plan) = step.call else { return [] }
    return RequestWriter(values: values(.before), operation: plan).statements()
  }

  /// Tells who watches that the step succeeded.
  private func finished() -> Layout {
    used.insert("run")
    return .call("run.finish", [.string(step.id)])
  }

  private var response: String { workflow.names.variables.local("Response", of: step.id) }
  private var result: String { workflow.names.variables.local("Result", of: step.id) }
  private var outputsOfCall: String { workflow.names.variables.local("Outputs", of: step.id) }

  private func send(_ values: ValueWriter) -> [Layout] {
    switch step.call {
    case .operation:
      let request = workflow.names.variables.local("Request", of: step.id)
      let target = !used.contains(response) ? "_" : hasFailureActions ? response : "let " + response
      let limit = step.timeLimit.map { [Layout.labelled("timeout", $0)] } ?? []
      return [.call(.text("\(target) = try await run.send"), [.text(request)] + limit)]
    case .workflow(let call):
      return CallWriter(values: values, call: call)
        .statements(
          isResultUsed: used.contains(result), isResponseUsed: used.contains(response),
          isKept: used.contains(outputsOfCall), isDeclared: hasFailureActions)
    }
  }

  /// Keeps secrets of the response from being shown by what judges it (rule H8).
  private func hidden() -> [Layout] {
    guard case .operation = step.call else { return [] }
    return step.outputs.filter { $0.variable.type.isSecret }.compactMap { output in
      let call: Layout? =
        switch output.value.kind {
        case .responseBody(let pointer):
          ValueWriter.argument(pointer).map { .call(.text(response + ".hide"), [$0]) }
        case .responseHeader(let name):
          .call(.text(response + ".hideHeader"), [.string(name)])
        case .responseCookie(let name):
          .call(.text(response + ".hideCookie"), [.string(name)])
        case .responseContent: .text(response + ".hideText()")
        default: nil
        }
      if call != nil { used.insert(response) }
      return call
    }
  }

  private func checks(_ values: ValueWriter) -> (statements: [Layout], alwaysFails: Bool) {
    var statements: [Layout] = []
    for criterion in step.criteria {
      let writer = CheckWriter(values: values)
      switch criterion.condition.constant {
      case false?: return (statements + [writer.failure(criterion)], true)
      case true?: break
      case nil: statements.append(writer.statement(criterion))
      }
    }
    return (statements, false)
  }

  private func isUsed(_ output: StepOutputPlan, _ later: UsedNames) -> Bool {
    let names = workflow.names.variables
    let name = ReservedNames.declared(
      output.isRenewed ? names.freshName(output.variable) : names.name(output.variable))
    return used.contains(name) || later.contains(name)
  }

  private func outputs(
    _ values: ValueWriter, later: UsedNames, isDeclared: Bool
  ) -> [Layout] {
    step.outputs.compactMap { output in
      OutputReader(values: values)
        .statement(output, isDeclared: isDeclared, isUsed: isUsed(output, later))
    }
  }

  private func declarations(_ values: ValueWriter, later: UsedNames, isDone: Bool) -> [Layout] {
    var declarations: [Layout] = []
    switch step.call {
    case .operation:
      if used.contains(response) { declarations.append(.text("let \(response): StepResponse")) }
    case .workflow(let call):
      if used.contains(response) { declarations.append(.text("let \(response): StepResponse?")) }
      if used.contains(result), let result = CallWriter(values: values, call: call).declaration() {
        declarations.append(result)
      }
      if used.contains(outputsOfCall) {
        declarations += CallWriter(values: values, call: call).keptOutputs()
      }
    }
    guard !isDone else { return declarations }
    let kept = step.outputs.filter { isUsed($0, later) }
    return declarations + kept.map { OutputReader(values: values).declaration($0) }
  }

  private func after() -> [Layout] {
    let values = values(.succeeded)
    let otherwise = step.otherwise.map {
      TransitionWriter(values: values).statements($0, isLast: !isDetour)
    }
    return ActionWriter(values: values).statements(step.onSuccess[...], otherwise: otherwise ?? [])
  }

  private func caught() -> [Layout] {
    let own = UsedNames()
    let values = failedValues(own)
    let actions = ActionWriter(values: values)
      .statements(step.onFailure[...], otherwise: ["throw failure"])
    let isNamed =
      own.contains("failure") || own.contains("response") || !step.answersEveryFailure
    var head: [Layout] = [
      isNamed ? "let failure = try run.stepFailure(error)" : "_ = try run.stepFailure(error)"
    ]
    if own.contains("response") { head.append("let response = failure.response") }
    own.forEach { if $0 != "response" { used.insert($0) } }
    used.insert("run")
    return head + actions
  }
}

extension StepPlan {
  /// How long one attempt may take, as a duration.
  var timeLimit: Layout? {
    timeout.map {
      $0 % 1000 == 0 ? .text(".seconds(\($0 / 1000))") : .text(".milliseconds(\($0))")
    }
  }

  /// Whether an action runs whatever the failure is, so that it is never thrown.
  fileprivate var answersEveryFailure: Bool {
    onFailure.contains { action in
      if case .retry = action.transition { return false }
      return action.condition.constant == true
    }
  }
}
