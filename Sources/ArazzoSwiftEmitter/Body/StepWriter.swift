import ArazzoCompiler

/// The code of one step.
struct StepWriter {
  let workflow: WorkflowContext
  let step: StepPlan
  /// Whether the step runs inside another one's code, before that one is tried again.
  var isDetour = false
  /// That other one, where it has succeeded.
  var outer: StepPlan?

  private var hasFailureActions: Bool { !step.onFailure.isEmpty }

  private func values(_ phase: StepScope.Phase) -> ValueWriter {
    ValueWriter(workflow: workflow, scope: StepScope(step: step, phase: phase, outer: outer))
  }

  /// The statements of the step.
  func statements() -> [Layout] {
    let before = values(.before)
    let kept = step.alwaysFails ? [] : outputs(before) + [finished()]
    let attempt = send(before) + hidden() + checks(before) + kept
    let after = step.alwaysFails ? [] : self.after()
    guard hasFailureActions else { return request() + attempt + after }
    let tried: Layout = [
      .block("do throws(WorkflowError) {", attempt, end: "} catch {"),
      .indent([.hardLine, .lines(caught())]), .hardLine, "}",
    ]
    return request() + declarations(before) + [tried] + after
  }

  private func request() -> [Layout] {
    guard case .operation(let plan) = step.call else { return [] }
    return RequestWriter(values: values(.before), operation: plan).statements()
  }

  /// Tells who watches that the step succeeded.
  private func finished() -> Layout {
    return .call("run.finish", [.string(step.id)])
  }

  private var response: String { workflow.names.variables.local("Response", of: step.id) }

  private func send(_ values: ValueWriter) -> [Layout] {
    switch step.call {
    case .operation:
      let request = workflow.names.variables.local("Request", of: step.id)
      let target =
        !step.uses.response ? "_" : hasFailureActions ? response : "let " + response
      let limit = step.timeLimit.map { [Layout.labelled("timeout", $0)] } ?? []
      return [.call(.text("\(target) = try await run.send"), [.text(request)] + limit)]
    case .workflow(let call):
      return CallWriter(values: values, call: call).statements(isDeclared: hasFailureActions)
    }
  }

  /// Keeps secrets of the response from being shown by what judges it.
  private func hidden() -> [Layout] {
    guard case .operation = step.call else { return [] }
    return step.outputs.filter(\.isHidden).compactMap { output in
      switch output.value.kind {
      case .responseBody(let pointer):
        ValueWriter.argument(pointer).map { .call(.text(response + ".hide"), [$0]) }
      case .responseHeader(let name): .call(.text(response + ".hideHeader"), [.string(name)])
      case .responseCookie(let name): .call(.text(response + ".hideCookie"), [.string(name)])
      case .responseContent: .text(response + ".hideText()")
      default: nil
      }
    }
  }

  /// The checks up to the first that is known to fail.
  private func checks(_ values: ValueWriter) -> [Layout] {
    let writer = CheckWriter(values: values)
    var statements: [Layout] = []
    for criterion in step.criteria {
      switch criterion.condition.constant {
      case false?: return statements + [writer.failure(criterion)]
      case true?: break
      case nil: statements.append(writer.statement(criterion))
      }
    }
    return statements
  }

  private func outputs(_ values: ValueWriter) -> [Layout] {
    step.outputs.compactMap {
      OutputReader(values: values).statement($0, isDeclared: hasFailureActions)
    }
  }

  private func declarations(_ values: ValueWriter) -> [Layout] {
    var declarations: [Layout] = []
    switch step.call {
    case .operation:
      if step.uses.response { declarations.append(.text("let \(response): StepResponse")) }
    case .workflow(let call):
      let writer = CallWriter(values: values, call: call)
      if step.uses.response { declarations.append(.text("let \(response): StepResponse?")) }
      if step.uses.callOutputs, let result = writer.declaration() { declarations.append(result) }
      if step.uses.failedCallOutputs { declarations += writer.keptOutputs() }
    }
    guard !step.alwaysFails else { return declarations }
    return declarations
      + step.outputs.filter(\.isUsed).map { OutputReader(values: values).declaration($0) }
  }

  private func after() -> [Layout] {
    let values = values(.succeeded)
    let otherwise = step.otherwise.map {
      TransitionWriter(values: values).statements($0, isLast: !isDetour)
    }
    return ActionWriter(values: values).statements(step.onSuccess[...], otherwise: otherwise ?? [])
  }

  private func caught() -> [Layout] {
    let isNamed = step.uses.failure || step.uses.failedResponse
    var head: [Layout] = [
      isNamed ? "let failure = try run.stepFailure(error)" : "_ = try run.stepFailure(error)"
    ]
    if step.uses.failedResponse { head.append("let response = failure.response") }
    return head
      + ActionWriter(values: values(.failed))
      .statements(step.onFailure[...], otherwise: ["throw failure"])
  }
}

extension StepPlan {
  /// How long one attempt may take, as a duration.
  var timeLimit: Layout? {
    timeout.map {
      $0 % 1000 == 0 ? .text(".seconds(\($0 / 1000))") : .text(".milliseconds(\($0))")
    }
  }
}
