import ArazzoCompiler

/// Where control goes.
struct TransitionWriter {
  let values: ValueWriter
  /// Whether the outputs at endings are at hand as `outputs`.
  var hasOutputs = false

  private var workflow: WorkflowContext { values.workflow }
  private var isFailed: Bool { values.scope.phase == .failed }
  private var isMachine: Bool { workflow.plan.isMachine }

  /// - Parameter isLast: Whether nothing of the step's code stands after it.
  func statements(_ transition: TransitionPlan, isLast: Bool) -> [Layout] {
    switch transition {
    case .step(let id, let carrying, let wait):
      guard isMachine else { return [] }
      let next: [Layout] = isLast ? [] : ["continue"]
      let pause = wait.map { [self.wait($0, for: id)] } ?? []
      let entry = values.scope.step.keepsState(transition) ? [] : [state(id, carrying)]
      return entry + pause + next
    case .end(let ending, let outputs): return end(ending, outputs, isLast: isLast)
    case .workflow(let ending, let call): return leave(ending, call)
    case .retry(let plan):
      if values.scope.step.keepsState(transition) { return ["continue"] }
      return [state(values.scope.step.id, plan.carrying)] + (isLast ? [] : ["continue"])
    }
  }

  private func wait(_ wait: WaitPlan, for step: String) -> Layout {
    let function = wait.kind == .poll ? "waitToPoll" : "waitToIterate"
    var arguments: [Layout] = [.string(step)]
    let others = wait.loop.filter { $0 != step }
    if let name = workflow.loops.name(of: wait.loop) {
      arguments.append(.labelled("through", .text("\(values.names.type).\(name)")))
    } else if !others.isEmpty {
      arguments.append(.labelled("through", .array(others.map(Layout.string))))
    }
    arguments += [.labelled("after", cause), .labelled("entering", "state")]
    return .call(.text("try await run." + function), arguments)
  }

  /// What the step received, if it received anything. It isn't used after the wait, and consumed so
  /// that a workflow that waits doesn't hold it.
  private var cause: Layout {
    if isFailed { return "failure.response" }
    return .text("consume " + values.names.variables.local("Response", of: values.scope.step.id))
  }

  private func state(_ id: String, _ carrying: [ValuePlan]) -> Layout {
    let target = workflow.plan.steps.first { $0.id == id }
    let arguments = zip(target?.carried ?? [], carrying).map { variable, value in
      (
        label: label(variable),
        value: values.typed(
          value, variable.type, isOptional: variable.isOptional, name: variable.label)
      )
    }
    return state(
      id, arguments.map { .labelled($0.label, $0.value.layout) },
      canThrow: arguments.contains(where: \.value.canThrow))
  }

  private func label(_ variable: VariablePlan) -> String {
    values.names.variables.name(variable)
  }

  private func state(_ id: String, _ arguments: [Layout], canThrow: Bool = false) -> Layout {
    let name = Layout.text("state = \(canThrow ? "try " : "")." + values.names.state(id))
    return arguments.isEmpty ? name : .call(name, arguments)
  }

  private func end(_ ending: EndingPlan, _ outputs: [ValuePlan], isLast: Bool) -> [Layout] {
    let plan = workflow.plan
    let known = ValueWriter.Typed(layout: "outputs")
    let result = plan.result(at: ending).map { hasOutputs ? known : self.outputs(outputs, $0) }
    let mark = result?.canThrow == true ? "try " : ""
    guard plan.returnsOutcome else {
      if let result { return [[.text("return " + mark), result.layout]] }
      return isLast && !isMachine ? [] : ["return"]
    }
    var payload = result.map { [$0.layout] } ?? []
    if ending.isFailure { payload.append("failure") }
    let name = "return \(mark)." + values.names.ending(ending)
    return [payload.isEmpty ? .text(name) : .call(.text(name), payload)]
  }

  /// The other workflow's result is this one's (rule A5).
  private func leave(_ ending: EndingPlan, _ call: WorkflowCallPlan) -> [Layout] {
    let writer = CallWriter(values: values, call: call)
    guard let other = writer.callee else { return [] }
    let client = Layout.call(
      "run.client", [.labelled("from", .string(values.scope.step.id))])
    let invocation = writer.invocation(other, client: client)
    let name = "." + values.names.ending(ending)
    guard other.result == nil else {
      return [["return try await ", .call(.text(name), [invocation])]]
    }
    return [["try await ", invocation], .text("return " + name)]
  }

  /// The outputs; those that are known to be missing are left to the initialiser.
  func outputs(_ list: [ValuePlan], _ result: ResultPlan) -> ValueWriter.Typed {
    let known = Dictionary(
      result.outputs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let present = zip(workflow.plan.outputs, list)
      .compactMap { output, value in known[output.name].map { ($0, value) } }
      .filter { output, value in !(output.isOptional && value.isKnownMissing) }
      .map { output, value in
        (
          label: values.names.output(output.name),
          value: values.typed(
            value, output.type, isOptional: output.isOptional, name: output.name)
        )
      }
    return ValueWriter.Typed(
      layout: .call(
        .text(values.names.type + "." + values.names.result(result)),
        present.map { .labelled($0.label, $0.value.layout) }),
      canThrow: present.contains(where: \.value.canThrow))
  }
}

/// What runs before a step is tried again (rule A6). Where it fails, control falls to what comes
/// next.
struct RetryPreludeWriter {
  let values: ValueWriter

  /// - Returns: `nil` where nothing runs before.
  func statements(_ plan: RetryPlan) -> [Layout]? {
    switch plan.first {
    case nil: return nil
    case .workflow(let call): return guarded(self.call(call) + back(plan))
    case .step(let step): return guarded(self.step(step))
    }
  }

  private func guarded(_ attempt: [Layout]) -> [Layout] {
    return [
      [
        .block("do throws(WorkflowError) {", attempt, end: "} catch {"),
        .indent([.hardLine, "_ = try run.stepFailure(error)"]), .hardLine, "}",
      ]
    ]
  }

  private func back(_ plan: RetryPlan) -> [Layout] {
    TransitionWriter(values: values).statements(.retry(plan), isLast: false)
  }

  private func call(_ call: WorkflowCallPlan) -> [Layout] {
    let writer = CallWriter(values: values, call: call)
    guard let callee = writer.callee else { return [] }
    let client = Layout.call(
      "run.client", [.labelled("from", .string(values.scope.step.id))])
    let invocation = writer.invocation(callee, client: client)
    guard callee.plan.canFail else {
      return [[callee.result == nil ? "try await " : "_ = try await ", invocation]]
    }
    let outcome = values.names.variables.local("Outcome", of: values.scope.step.id)
    return [
      [.text("let \(outcome) = try await "), invocation], .text("try \(outcome).requireSuccess()"),
    ]
  }

  private func step(_ step: StepPlan) -> [Layout] {
    let outer = values.scope.phase == .succeeded ? values.scope.step : nil
    return StepWriter(workflow: values.workflow, step: step, isRetryPrelude: true, outer: outer)
      .statements()
  }
}

/// What a user wants of the polling policy of clients that bring none; durations in seconds.
package struct PollingChoice: Sendable {
  package var initialDelay: Double?
  package var backoffFactor: Double?
  package var maximumDelay: Double?
  package var jitter: Double?
  package var timeLimit: Double?
  package var maximumPasses: Int?

  package init() {}
}

extension PollingChoice {
  /// The policy as Swift; `nil` where nothing was chosen.
  var layout: Layout? {
    let durations =
      [("initialDelay", initialDelay, true), ("backoffFactor", backoffFactor, false)]
      + [("maximumDelay", maximumDelay, true), ("jitter", jitter, false)]
      + [("timeLimit", timeLimit, true)]
    var arguments = durations.compactMap { label, value, isDuration -> Layout? in
      value.map {
        .labelled(label, .text(isDuration ? ".seconds(\(Self.text($0)))" : Self.text($0)))
      }
    }
    if let maximumPasses {
      arguments.append(.labelled("maximumPasses", .text(String(maximumPasses))))
    }
    return arguments.isEmpty ? nil : .call("PollingPolicy", arguments)
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
