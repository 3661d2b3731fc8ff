import ArazzoCompiler

/// What runs before a step is tried again (rule A6). Where it fails, control falls to what comes
/// next.
struct DetourWriter {
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
      [.text("let \(outcome) = try await "), invocation], .text(callee.successCheck(outcome)),
    ]
  }

  private func step(_ step: StepPlan) -> [Layout] {
    let outer = values.scope.phase == .succeeded ? values.scope.step : nil
    return StepWriter(workflow: values.workflow, step: step, isDetour: true, outer: outer)
      .statements()
  }
}
