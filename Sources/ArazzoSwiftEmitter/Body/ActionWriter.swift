import ArazzoCompiler

/// The actions of a step, first match first.
struct ActionWriter {
  let values: ValueWriter
  /// Whether they stand in the function of several steps (``SharedFailureWriter``).
  var isShared = false
  /// Whether the outputs at endings are at hand as `outputs`.
  var hasOutputs = false

  private var transitions: TransitionWriter {
    TransitionWriter(values: values, hasOutputs: hasOutputs)
  }
  private var conditions: ConditionWriter { ConditionWriter(values: values) }
  private var isMachine: Bool { values.workflow.plan.isMachine }
  /// After a failure the code of the success still stands below.
  private var isFailed: Bool { values.scope.phase == .failed }

  /// The statements of the actions and of what comes after them.
  ///
  /// - Parameter otherwise: Statements for when no action runs.
  func statements(_ actions: ArraySlice<ActionPlan>, otherwise: [Layout]) -> [Layout] {
    // From the last one back and last statement first: a document may have thousands of actions.
    var reversed = Array(otherwise.reversed())
    for index in actions.indices.reversed() {
      let action = actions[index]
      if action.condition.constant == false { continue }
      let isLast = actions[(index + 1)...].isEmpty
      write(action, isLast: isLast, before: &reversed)
    }
    return reversed.reversed()
  }

  /// Puts an action before the statements of those after it, which are the last first.
  private func write(_ action: ActionPlan, isLast: Bool, before rest: inout [Layout]) {
    let condition = action.condition
    let comment = self.comment(action)
    if case .retry(let plan) = action.transition {
      let body =
        again ?? RetryPreludeWriter(values: values).statements(plan)
        ?? transitions.statements(action.transition, isLast: rest.isEmpty && !isFailed)
      rest += [.if([retry(plan, action, condition)], body), comment]
    } else if isLast, leadsWhereStepGoes(action) {
      let report = Layout.call(
        "run.report", [.labelled("chosen", .string(action.name)), verdict(condition)])
      rest += [report, comment]
    } else if condition.constant == true {
      let statements =
        [comment] + taken(action) + transitions.statements(action.transition, isLast: !isFailed)
      rest = statements.reversed()
    } else if case .step = action.transition, !isMachine {
      guard !rest.isEmpty else { return }
      rest = [.if([["!", taken(action, when: condition)]], rest.reversed()), comment]
    } else {
      let body = transitions.statements(action.transition, isLast: false)
      rest += [.if([taken(action, when: condition)], body), comment]
    }
  }

  /// Whether control goes where it goes without the action.
  private func leadsWhereStepGoes(_ action: ActionPlan) -> Bool {
    guard isMachine, !isFailed, action.condition.constant == nil,
      case .step(let step, let carrying, let wait) = action.transition,
      case .step(step, carrying, wait)? = values.scope.step.otherwise
    else { return false }
    return true
  }

  /// How the function of several steps has the step tried again.
  private var again: [Layout]? {
    guard isShared else { return nil }
    let ends = SharedFailureWriter(values.scope.step, of: values.workflow)?.plan.ends ?? false
    return [ends ? "return nil" : "return"]
  }

  private func comment(_ action: ActionPlan) -> Layout {
    let name = ReadableText.oneLine(action.name)
    let text = ReadableText.oneLine(action.criteria.map(\.text).joined(separator: " && "))
    return .comment(prefix: "// ", text.isEmpty ? name : "\(name): \(text)")
  }

  /// Tells who watches; a retry is told of by its wait.
  private func taken(_ action: ActionPlan) -> [Layout] {
    if case .step = action.transition, !isMachine { return [] }
    return [.call("run.report", [.labelled("chosen", .string(action.name))])]
  }

  /// The verdict on the criteria of an action, which is taken where they hold.
  private func taken(_ action: ActionPlan, when condition: ConditionPlan) -> Layout {
    return .call("run.choose", [.string(action.name), verdict(condition)])
  }

  private func verdict(_ condition: ConditionPlan) -> Layout {
    .labelled("when", conditions.result(condition).layout)
  }

  private func retry(
    _ plan: RetryPlan, _ action: ActionPlan, _ condition: ConditionPlan
  ) -> Layout {
    var arguments: [Layout] = [
      .string(action.name),
      .labelled("of", isShared ? "step" : .string(values.scope.step.id)),
    ]
    if condition.constant != true { arguments.append(verdict(condition)) }
    arguments.append(.labelled("after", cause))
    if let seconds = plan.after { arguments.append(.labelled("delay", delay(seconds))) }
    if plan.limit != 1 { arguments.append(.labelled("limit", .text(String(plan.limit)))) }
    return .call("try await run.waitToRetry", arguments)
  }

  /// What the step received, if it received anything.
  private var cause: Layout {
    let name =
      isFailed
      ? "failure.response" : values.names.variables.local("Response", of: values.scope.step.id)
    return .text(name)
  }

  private func delay(_ seconds: Double) -> Layout {
    if let whole = Int(exactly: seconds) { return .text(".seconds(\(whole))") }
    return .text(".seconds(\(seconds))")
  }
}
