import ArazzoCompiler

/// JSONPath queries of the plan as Swift values that read like them.
struct QueryWriter {
  let values: ValueWriter

  /// A value that is made by a call.
  struct Construction {
    var type: String
    var arguments: [Layout]

    var layout: Layout { .call(.text(type), arguments) }
  }

  /// `JSONPath("runs", .each, "id")`.
  func path(_ query: QueryPlan) -> Construction {
    return Construction(type: "JSONPath", arguments: steps(query))
  }

  /// What is asked of the value; where it is too long, the arguments stand on lines of their own.
  static func call(_ value: Construction, _ end: Layout) -> Layout {
    let list = Layout.group(.joined(value.arguments, by: [",", .line]))
    return .choice(
      [value.layout, end],
      [.text(value.type + "("), .indent([.hardLine, list]), .hardLine, ")", end])
  }

  private func steps(_ query: QueryPlan) -> [Layout] {
    query.segments.flatMap { segment in
      let chosen = segment.selectors.map(step)
      let step = chosen.count == 1 ? chosen[0] : .call(".either", chosen)
      return segment.isDescendant ? [".anywhere", step] : [step]
    }
  }

  private func step(_ selector: QueryPlan.Selector) -> Layout {
    switch selector {
    case .name(let name): .string(name)
    case .index(let index): .text(String(index))
    case .child(let value): .call(".child", [values.representable(value)])
    case .wildcard: ".each"
    case .slice(let start, let end, let step): slice(start, end, step)
    case .filter(let filter): .call(".filter", [self.filter(filter)])
    }
  }

  private func slice(_ start: Int?, _ end: Int?, _ step: Int) -> Layout {
    var arguments: [Layout] = []
    if let start { arguments.append(.labelled("start", .text(String(start)))) }
    if let end { arguments.append(.labelled("end", .text(String(end)))) }
    if step != 1 { arguments.append(.labelled("step", .text(String(step)))) }
    return .call(".slice", arguments)
  }
}

extension QueryWriter {
  func filter(_ filter: QueryPlan.Filter) -> Layout {
    switch filter {
    case .or(let parts): .call(".any", parts.map(self.filter))
    case .and(let parts): .call(".all", parts.map(self.filter))
    case .not(let inner): .call(".not", [self.filter(inner)])
    case .exists(let query): .call(".exists", [inner(query)])
    case .comparison(let comparison, let left, let right):
      .call(.text("." + comparison.functionName), [operand(left), operand(right)])
    case .pattern(let text, let pattern, let isWhole):
      .call(function(isWhole), [operand(text), patterns.pattern(pattern).layout])
    case .foundPattern(let text, let pattern, let isWhole):
      .call(function(isWhole), [operand(text), .labelled("pattern", operand(pattern))])
    }
  }

  private var patterns: PatternWriter {
    PatternWriter(values: values)
  }

  private func function(_ isWhole: Bool) -> Layout { isWhole ? ".match" : ".search" }

  private func inner(_ query: QueryPlan) -> Layout {
    .call(query.root == .root ? ".root" : ".node", steps(query))
  }

  private func operand(_ operand: QueryPlan.Operand) -> Layout {
    switch operand {
    case .value(let value): self.value(value)
    case .query(let query): inner(query)
    case .length(let operand): .call(".length", [.labelled("of", self.operand(operand))])
    case .count(let query): .call(".count", [.labelled("of", inner(query))])
    case .valueOf(let query): .call(".value", [.labelled("of", inner(query))])
    }
  }

  private func value(_ value: ValuePlan) -> Layout {
    switch value.kind {
    case .literal(.null): return ".null"
    case .literal(.bool(let isTrue)): return isTrue ? "true" : "false"
    case .literal(.string(let text)): return .string(text)
    case .literal(.number(let digits)):
      if let number = NumberLiteral(digits) { return .text(number.text) }
    default: break
    }
    return .call(".given", [values.representable(value)])
  }
}

extension ConditionPlan.Operator {
  /// What the comparison is called in the runtime.
  var functionName: String {
    switch self {
    case .equal: "equal"
    case .notEqual: "notEqual"
    case .less: "less"
    case .lessOrEqual: "lessOrEqual"
    case .greater: "greater"
    case .greaterOrEqual: "greaterOrEqual"
    }
  }
}
