import ArazzoCompiler

/// What inputs are checked for before anything is sent.
struct RuleWriter {
  let types: TypeWriter

  /// The statements that check the fields of a structure.
  func checks(of plan: StructPlan) -> [Layout] { plan.fields.flatMap { checks($0, of: plan) } }

  private func checks(_ field: FieldPlan, of plan: StructPlan) -> [Layout] {
    let property = ReservedNames.declared(types.names.inputs.field(field.name, of: plan.path))
    let value = Layout.text(property)
    let rules = field.rules.compactMap(layout)
    var checks: [Layout] = []
    if !rules.isEmpty { checks.append(check(field.name, [value] + rules)) }
    switch field.type.withoutNull {
    case .structure(let inner) where inner.hasRules:
      checks.append(check(field.name, [.labelled("inside", value)]))
    case .array(let element) where isChecked(element, in: plan):
      let mark = !field.type.isNullable ? "" : field.isOptional ? "?.value" : ".value"
      checks.append(check(field.name, [.labelled("each", [value, .text(mark)])]))
    default: break
    }
    return checks
  }

  private func isChecked(_ element: TypePlan, in plan: StructPlan) -> Bool {
    switch element.withoutNull {
    case .structure(let inner): inner.hasRules
    case .enclosing(let path): plan.path.starts(with: path) && plan.hasRules
    default: false
    }
  }

  private func check(_ name: String, _ arguments: [Layout]) -> Layout {
    .call("try InputRule.check", [.string(name)] + arguments)
  }

  /// `nil` where a limit has more digits than a literal keeps.
  private func layout(_ rule: RulePlan) -> Layout? {
    switch rule {
    case .minLength(let least): .text(".minLength(\(least))")
    case .maxLength(let most): .text(".maxLength(\(most))")
    case .minItems(let least): .text(".minItems(\(least))")
    case .maxItems(let most): .text(".maxItems(\(most))")
    case .uniqueItems: ".uniqueItems"
    case .int32: ".int32"
    case .date: ".date"
    case .dateTime: ".dateTime"
    case .minimum(let digits): limit(".minimum(", digits)
    case .maximum(let digits): limit(".maximum(", digits)
    case .above(let digits): limit(".above(", digits)
    case .below(let digits): limit(".below(", digits)
    case .multipleOf(let digits): limit(".multiple(of: ", digits)
    case .oneOf(let values): oneOf(values)
    case .each(let rules): each(rules.compactMap(layout))
    case .pattern(let plan, let text): pattern(plan, text)
    }
  }

  private func limit(_ head: String, _ digits: String) -> Layout? {
    NumberLiteral(digits).map { .text(head + $0.text + ")") }
  }

  private func oneOf(_ values: [LiteralPlan]) -> Layout? {
    let isExact = values.allSatisfy { value in
      if case .number(let digits) = value { NumberLiteral(digits) != nil } else { true }
    }
    return isExact ? .call(".oneOf", values.map { JSONLiteral.layout($0) }) : nil
  }

  private func each(_ rules: [Layout]) -> Layout? {
    rules.isEmpty ? nil : .call(".each", rules)
  }

  private func pattern(_ plan: PatternPlan, _ text: String) -> Layout {
    let writer = PatternWriter(values: nil)
    return .call(".pattern", [writer.pattern(plan).layout, .string(text)])
  }
}

extension StructPlan {
  /// Whether there is something to check before anything is sent.
  var hasRules: Bool {
    fields.contains { field in
      if !field.rules.isEmpty { return true }
      return field.type.checkedParts.contains(where: \.hasRules)
    }
  }
}

extension TypePlan {
  /// The structure that a field of the type holds once or in an array.
  fileprivate var checkedParts: [StructPlan] {
    switch withoutNull {
    case .structure(let plan): [plan]
    case .array(let element):
      if case .structure(let plan) = element.withoutNull { [plan] } else { [] }
    default: []
    }
  }
}
