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

  func steps(_ query: QueryPlan) -> [Layout] { query.steps.map(step) }

  private func step(_ step: QueryPlan.Step) -> Layout {
    switch step {
    case .name(let name): .string(name)
    case .index(let index): .text(String(index))
    case .child(let value): .call(".child", [values.representable(value)])
    case .wildcard: ".each"
    case .descendants: ".anywhere"
    case .slice(let start, let end, let step): slice(start, end, step)
    case .filter(let filter): .call(".filter", [self.filter(filter)])
    case .either(let steps): .call(".either", steps.map(self.step))
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
