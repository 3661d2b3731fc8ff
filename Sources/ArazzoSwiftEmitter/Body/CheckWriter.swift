import ArazzoCompiler

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
