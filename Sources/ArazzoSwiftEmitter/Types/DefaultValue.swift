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

/// JSON of the document as Swift literals of type `JSONValue`.
enum JSONLiteral {
  static func layout(_ literal: LiteralPlan) -> Layout {
    switch literal {
    case .null: ".null"
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .number(let digits): number(digits)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map(layout))
    case .object(let members): .dictionary(members.map { ($0.name, layout($0.value)) })
    }
  }

  private static func number(_ digits: String) -> Layout {
    if let number = NumberLiteral(digits) { return .text(number.text) }
    return [.text("JSONNumber("), .string(digits), ").map(JSONValue.number)"]
  }
}

/// A number that a Swift literal gives back digit by digit.
struct NumberLiteral {
  let text: String
  let isInteger: Bool
  /// Whether a `Double` would lose the fraction that is written.
  var isWholeDecimal: Bool { !isInteger && text.hasSuffix(".0") }

  init?(_ digits: String) {
    if let integer = Int64(digits), String(integer) == digits {
      text = digits
      isInteger = true
    } else if let double = Double(digits), double.isFinite, "\(double)" == digits,
      !digits.contains("e")
    {
      text = digits
      isInteger = false
    } else {
      return nil
    }
  }
}
