import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Nodes and expressions in, values out; every mistake is reported where it stands.
struct ValueCompiler {
  let scope: WorkflowScope
  let moment: Moment
  /// Whether the response that is read may be any: the schema of a success says nothing about it.
  var isAfterFailure = false
  /// Whether what is compiled stands in `components`, and may not refer to it again.
  var isInComponent = false
  /// What the step output is called that is compiled, after which its type is named; `nil` where no
  /// type is asked for but that of a scalar.
  var outputName: String?

  var diagnostics: Diagnostics { scope.diagnostics }

  /// Compiles a literal, an expression or a template, down through sequences and mappings.
  ///
  /// - Parameter schema: What the value goes into, where the API description says.
  /// - Returns: `nil` where a mistake was reported.
  func value(_ value: DocumentValue, schema: Schema? = nil) -> ValuePlan? {
    switch value.content {
    case .scalar: return .literal(LiteralPlan(value.node, for: schema))
    case .text(let reading): return string(reading, value.node, schema: schema)
    case .sequence(let elements):
      return complete(elements.map { self.value($0, schema: schema?.items) })
        .map(ValuePlan.combined)
    case .mapping(let members): return object(members, schema)
    case .selector(let selector): return selection(selector)
    case .unquotedExpression(let error):
      diagnostics.add(error)
      return nil
    }
  }

  private func object(_ members: [DocumentValue.Member], _ schema: Schema?) -> ValuePlan? {
    let properties = Dictionary(
      (schema?.properties ?? []).map { ($0.name.value, $0.schema) },
      uniquingKeysWith: { first, _ in first })
    let values = members.map { value($0.value, schema: properties[$0.key.value]) }
    return complete(values).map { values in
      .combined(zip(members, values).map { ValuePlan.Member(name: $0.key.value, value: $1) })
    }
  }

  /// An output: an expression, or a literal as published documents have it.
  func output(_ output: Output) -> ValuePlan? { value(output.value) }

  private func complete(_ values: [ValuePlan?]) -> [ValuePlan]? {
    let present = values.compactMap(\.self)
    return present.count == values.count ? present : nil
  }
}
