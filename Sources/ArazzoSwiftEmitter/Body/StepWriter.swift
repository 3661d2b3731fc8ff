import ArazzoCompiler

/// The code of one step.
struct StepWriter {
  let workflow: WorkflowContext
  let step: StepPlan
  /// Whether the step runs inside another one's code, before that one is tried again.
  var isRetryPrelude = false
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
    return .call("run.report", [.labelled("finished", .string(step.id))])
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
      case .responseBody(let pointer) where pointer.isEmpty: .text(response + ".hideBody()")
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
    let ways = step.onSuccess.possible + (step.otherwise.map { [$0] } ?? [])
    // The steps of a straight workflow share a scope.
    let outputs = workflow.plan.isMachine ? self.outputs(ofAll: ways, values) : []
    let otherwise = step.otherwise.map {
      TransitionWriter(values: values, hasOutputs: !outputs.isEmpty)
        .statements($0, isLast: !isRetryPrelude)
    }
    return outputs
      + ActionWriter(values: values, hasOutputs: !outputs.isEmpty)
      .statements(step.onSuccess[...], otherwise: otherwise ?? [])
  }

  /// The constant for the outputs that several endings have; nothing where they are not the same.
  private func outputs(ofAll ways: [TransitionPlan], _ values: ValueWriter) -> [Layout] {
    guard let outputs = workflow.plan.sharedOutputs(of: ways), !step.uses.failedCallOutputs
    else { return [] }
    let built = TransitionWriter(values: values).outputs(outputs.values, outputs.result)
    return built.canThrow ? [] : [[.text("let outputs = "), built.layout]]
  }

  private func caught() -> [Layout] {
    let shared = SharedFailureWriter(step, of: workflow)
    let own = workflow.plan.ownFailures(of: step)
    if let shared, own.isEmpty {
      return shared.statements(of: step, failure: "run.stepFailure(error)")
    }
    let isNamed = step.uses.failure || step.uses.failedResponse || shared != nil
    let head: Layout = [isNamed ? "let failure" : "_", " = try run.stepFailure(error)"]
    let rest = shared?.statements(of: step, failure: "failure") ?? ["throw failure"]
    let outputs = outputs(ofAll: own.possible, values(.failed))
    let writer = ActionWriter(values: values(.failed), hasOutputs: !outputs.isEmpty)
    return [head] + outputs + writer.statements(own, otherwise: rest)
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

/// The success criteria of a step.
struct CheckWriter {
  let values: ValueWriter

  /// The statement that fails the step unless the criterion holds.
  func statement(_ criterion: CriterionPlan) -> Layout {
    let writer = ConditionWriter(values: values)
    let text = criterion.label(for: values.scope.step)
    let seen = writer.seen(criterion.condition)
    return call("try ", ".check", [text, writer.result(criterion.condition).layout], seen)
  }

  /// The error of a criterion that never holds.
  func failure(_ criterion: CriterionPlan) -> Layout {
    call("throw ", ".failure", [criterion.label(for: values.scope.step)], [])
  }

  /// What the response is asked, or the run where the step has called a workflow.
  private func call(
    _ keyword: String, _ function: String, _ arguments: [Layout], _ seen: [Layout]
  ) -> Layout {
    let step = values.scope.step.id
    let response = values.names.variables.local("Response", of: step)
    let saw = seen.enumerated().map { $0.offset == 0 ? .labelled("saw", $0.element) : $0.element }
    guard case .operation = values.scope.step.call else {
      let place: [Layout] = [
        .labelled("of", .string(step)), .labelled("after", .text(response)),
      ]
      return .call(.text("\(keyword)run\(function)"), arguments + place + saw)
    }
    return .call(.text(keyword + response + function), arguments + saw)
  }
}

extension CriterionPlan {
  /// The text as an argument; the body that an XPath expression is about may be no XML (rule C8).
  fileprivate func label(for step: StepPlan) -> Layout {
    if case .operation = step.call, condition.isXPathOnResponse {
      return .labelled("xpath", .string(text))
    }
    return .string(text)
  }
}

extension ConditionPlan {
  fileprivate var isXPathOnResponse: Bool {
    if case .xpath(let plan) = self { plan.isOnResponseBody } else { false }
  }
}

extension ConditionWriter {
  /// The values in the response's body that the condition looks at, three at most: what an error
  /// shows of them.
  func seen(_ condition: ConditionPlan) -> [Layout] {
    var texts: Set<String> = []
    let layouts = operands(condition).compactMap { value -> Layout? in
      guard case .responseBody(let pointer) = value.kind, !pointer.isEmpty else { return nil }
      let layout = values.representable(value)
      return texts.insert(layout.flat).inserted ? layout : nil
    }
    return Array(layouts.prefix(3))
  }

  private func operands(_ condition: ConditionPlan) -> [ValuePlan] {
    switch condition {
    case .and(let parts), .or(let parts): parts.flatMap(operands)
    case .not(let inner): operands(inner)
    case .comparison(_, let left, let right, _): [left, right]
    case .isTrue(let value), .exists(let value), .isPresent(let value), .match(_, let value):
      [value]
    case .constant, .isSuccessStatus, .status, .nodes, .xpath: []
    }
  }
}
