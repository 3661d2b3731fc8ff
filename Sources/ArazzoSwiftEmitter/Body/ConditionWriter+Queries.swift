import ArazzoCompiler

/// What queries and patterns find.
extension ConditionWriter {
  private var queries: QueryWriter { QueryWriter(values: values) }

  func nodes(_ plan: NodesPlan) -> Result {
    switch plan.test {
    case .exists:
      guard plan.measure == .length else {
        let call = QueryWriter.call(queries.path(plan.query), [".finds", inside(plan.context)])
        return Result(layout: call, precedence: .atom)
      }
      return Result(layout: ["!", chain(plan, ".isEmpty")], precedence: .atom)
    case .some(let symbol, let value):
      let json = values.json(value)
      let isOptional = values.expression(value).isOptional
      return some(plan, symbol, isOptional ? [json, " ?? .null"] : json)
    case .someNode(let symbol, let query, let measure):
      let nodes: Layout = [queries.path(query).layout, ".nodes", inside(plan.context)]
      return some(plan, symbol, [nodes, measured(measure)])
    }
  }

  private func some(_ plan: NodesPlan, _ symbol: ConditionPlan.Operator, _ other: Layout) -> Result
  {
    let label = Self.nodeLabels[symbol] ?? "equal"
    return Result(
      layout: chain(plan, .call(".some", [.labelled(label, other)])), precedence: .atom)
  }

  /// `JSONPath("a", .each).nodes(in: response.body.json)` and what follows.
  private func chain(_ plan: NodesPlan, _ end: Layout) -> Layout {
    QueryWriter.call(
      queries.path(plan.query), [".nodes", inside(plan.context), measured(plan.measure), end])
  }

  private func measured(_ measure: NodesPlan.Measure?) -> Layout {
    switch measure {
    case .length: ".lengths"
    case .count: ".count"
    case nil: .empty
    }
  }

  private func inside(_ context: ValuePlan) -> Layout { ["(in: ", values.json(context), ")"] }

  private static let nodeLabels: [ConditionPlan.Operator: String] = [
    .equal: "equal", .notEqual: "notEqual", .less: "lessThan", .lessOrEqual: "lessOrEqual",
    .greater: "greaterThan", .greaterOrEqual: "greaterOrEqual",
  ]

  /// `Pattern(.start, "a").finds(in: response.body)`.
  func match(_ pattern: PatternPlan, _ context: ValuePlan) -> Result {
    // A body that is no JSON is searched as the text that it is.
    let text: Layout =
      context.kind == .responseBody(pointer: [])
      ? .text(values.body) : values.presentRepresentable(context)
    let writer = PatternWriter(values: values)
    let call = QueryWriter.call(writer.pattern(pattern), [".finds(in: ", text, ")"])
    return Result(layout: call, precedence: .atom)
  }
}
