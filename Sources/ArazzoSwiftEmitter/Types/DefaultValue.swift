import ArazzoCompiler

/// The default values of input fields.
struct DefaultValue {
  let names: WorkflowNames

  /// The literal as a value of the type.
  func layout(_ literal: LiteralPlan, _ type: TypePlan) -> Layout {
    switch (type, literal) {
    case (.nullable, .null): return ".null"
    case (.nullable(let inner), .bool), (.nullable(let inner), .number):
      return layout(literal, inner)
    case (.nullable(.string), .string), (.nullable(.secret), .string):
      return JSONLiteral.layout(literal)
    case (.nullable(let inner), _): return .call(".value", [layout(literal, inner)])
    case (.enumeration(let plan), .string(let text)):
      return names.inputs.enumCase(text, of: plan).map { .text("." + $0) } ?? .string(text)
    case (.array(let element), .array(let values)):
      return .array(values.map { layout($0, element) })
    case (.dictionary(let value), .object(let members)):
      return .dictionary(members.map { ($0.name, layout($0.value, value)) })
    case (.structure(let plan), .object(let members)): return structure(plan, members)
    case (.json, .number(let digits)) where NumberLiteral(digits) == nil:
      return [JSONLiteral.layout(literal), " ?? .null"]
    case (.number, .number(let digits)), (.integer, .number(let digits)),
      (.unsigned, .number(let digits)):
      return .text(digits)
    default: return JSONLiteral.layout(literal)
    }
  }

  private func structure(_ plan: StructPlan, _ members: [LiteralPlan.Member]) -> Layout {
    let arguments = plan.fields.compactMap { field -> Layout? in
      guard let member = members.first(where: { $0.name == field.name }) else { return nil }
      let label = names.inputs.field(field.name, of: plan.path)
      return .labelled(label, layout(member.value, field.type))
    }
    return .call(".init", arguments)
  }
}
