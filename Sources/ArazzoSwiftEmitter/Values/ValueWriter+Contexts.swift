import ArazzoCompiler

/// Values in the places that take them.
extension ValueWriter {
  /// Where a `JSONValue?` is expected.
  func json(_ value: ValuePlan) -> Layout {
    switch value.kind {
    case .literal(let literal): return JSONLiteral.layout(literal)
    case .object(let members): return .dictionary(members.map { ($0.name, json($0.value)) })
    case .array(let elements): return .array(elements.map(json))
    case .text(let parts) where self.parts(parts) == nil:
      return .call("JSONValue", [textCall(parts)])
    case .xmlText, .textOrEmpty: return .call("JSONValue", [representable(value)])
    default: return json(expression(value))
    }
  }

  /// Where a `JSONValue?` is expected.
  func json(_ expression: Expression) -> Layout {
    if expression.type == .json || expression.isLiteral { return expression.layout }
    return .call("JSONValue", [expression.layout])
  }

  /// Where an `(any JSONRepresentable)?` is expected.
  func representable(_ value: ValuePlan) -> Layout {
    switch value.kind {
    case .text(let parts): return self.parts(parts) ?? textCall(parts)
    case .xmlText(let base): return .call("TemplateText", [.labelled("xml", representable(base))])
    case .textOrEmpty(let parts):
      let pieces = parts.map(representable)
      return .call(
        "TemplateText", pieces.prefix(1).map { .labelled("orEmpty", $0) } + pieces.dropFirst())
    case .literal(.number(let digits)) where NumberLiteral(digits)?.isWholeDecimal ?? true:
      return [json(value), " as JSONValue?"]
    default: return expression(value).layout
    }
  }

  /// Where `null` counts as missing (rule V3): `note?.value`.
  func present(_ expression: Expression) -> Expression {
    guard case .nullable(let type) = expression.type else { return expression }
    let mark: Layout = expression.isOptional ? "?" : ""
    return Expression(
      layout: [expression.layout, mark, ".value"], type: type, isOptional: true,
      isChain: expression.isOptional)
  }

  /// Where an `(any JSONRepresentable)?` is expected that is not `null`.
  func presentRepresentable(_ value: ValuePlan) -> Layout {
    let expression = expression(value)
    return expression.type.isNullable ? present(expression).layout : representable(value)
  }

  /// A value where one of a type is expected.
  struct Typed {
    var layout: Layout
    /// Whether making it throws, so that `try` has to stand before it.
    var canThrow = false
  }

  /// Where a value of this type is expected. What can't be missing there, and is, throws.
  func typed(
    _ value: ValuePlan, _ type: TypePlan, isOptional: Bool, name: String, isForeign: Bool = false
  ) -> Typed {
    if value.isKnownMissing, isOptional { return Typed(layout: "nil") }
    if case .literal(.null) = value.kind, type.isNullable { return Typed(layout: ".null") }
    let expression = member(value, keepsNull: type.isNullable) ?? expression(value)
    let fits = !isForeign || type.nominal == nil
    if fits, let same = converted(expression, value, to: type) {
      if isOptional || !same.isOptional { return Typed(layout: same.layout) }
      return Typed(layout: required(same.layout, value, type), canThrow: true)
    }
    let call = Layout.call(
      isOptional ? "run.optionalArgument" : "run.argument",
      [.string(name), .labelled("of", .string(scope.step.id)), json(value)])
    return Typed(layout: call, canThrow: true)
  }

  private func required(_ layout: Layout, _ value: ValuePlan, _ type: TypePlan) -> Layout {
    let typed: Layout =
      value.isKnownMissing ? .text("nil as \(names.type(type, isOutside: true))?") : layout
    return .call(
      "run.required",
      [typed, .string(value.expression ?? "the value"), .labelled("of", .string(scope.step.id))])
  }

  /// The expression as another type where that takes no more than a word; `nil` otherwise.
  private func converted(
    _ expression: Expression, _ value: ValuePlan, to type: TypePlan
  ) -> Expression? {
    var result = expression
    result.type = type
    if expression.type == type { return result }
    switch (expression.type, type) {
    case (_, .json):
      result.layout = json(value)
    case (.string, .secret) where expression.isLiteral,
      (.integer, .number) where expression.isLiteral:
      break
    case (.string, .secret): result.layout = wrapped("Secret", expression)
    case (.integer, .number): result.layout = wrapped("Double", expression)
    case (.nullable, .nullable): return nil
    case (.nullable, _): return converted(present(expression), value, to: type)
    case (_, .nullable(let inner)):
      return converted(expression, value, to: inner).map { nullable($0, of: type) }
    default: return value.isKnownMissing ? expression : nil
    }
    return result
  }

  private func wrapped(_ type: String, _ expression: Expression) -> Layout {
    guard expression.isOptional else { return .call(.text(type), [expression.layout]) }
    let value: Layout = expression.isChain ? ["(", expression.layout, ")"] : expression.layout
    return [value, .text(".map { \(type)($0) }")]
  }

  private func nullable(_ expression: Expression, of type: TypePlan) -> Expression {
    var result = expression
    result.type = type
    if expression.isLiteral { return result }
    result.layout =
      expression.isOptional
      ? [
        expression.isChain ? ["(", expression.layout, ")"] : expression.layout,
        ".map(Nullable.value)",
      ]
      : .call(".value", [expression.layout])
    return result
  }

  /// A text as an expression of type string.
  func text(_ parts: [ValuePlan]) -> Expression {
    if let interpolated = self.parts(parts) {
      return Expression(layout: interpolated, type: .string, isOptional: false)
    }
    return Expression(
      layout: [textCall(parts), "?.string"], type: .string, isOptional: true, isChain: true)
  }

  /// A secret that is `null` is none: what it would stand in is missing.
  private func textCall(_ parts: [ValuePlan]) -> Layout {
    .call(
      "TemplateText", parts.map { $0.type.isSecret ? presentRepresentable($0) : representable($0) })
  }

  /// The parts as an interpolated string, if none of them is secret, optional or JSON.
  private func parts(_ parts: [ValuePlan]) -> Layout? {
    var pieces: [SwiftLiteral.Piece] = []
    for part in parts {
      if case .literal(.string(let text)) = part.kind {
        pieces += SwiftLiteral.pieces(text)
        continue
      }
      let expression = expression(part)
      guard !expression.isOptional, !expression.isLiteral,
        [.string, .integer, .unsigned, .boolean].contains(expression.type)
      else { return nil }
      pieces.append(.interpolation(expression.layout.flat))
    }
    return .quoted(SwiftLiteral.Breakable(pieces))
  }
}

extension ValuePlan {
  var isKnownMissing: Bool { kind == .missing }
}
