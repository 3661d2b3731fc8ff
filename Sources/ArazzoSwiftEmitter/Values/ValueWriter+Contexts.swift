import ArazzoCompiler

/// Values in the places that take them.
extension ValueWriter {
  /// Where a `JSONValue?` is expected.
  func json(_ value: ValuePlan) -> Layout {
    switch value.kind {
    case .literal(let literal): return JSONLiteral.layout(literal)
    case .object(let members):
      let present = members.filter { !$0.value.isKnownMissing }
      return .dictionary(present.map { ($0.name, json($0.value)) })
    case .array(let elements):
      return .array(elements.filter { !$0.isKnownMissing }.map(json))
    case .input(let path) where sendsNull(path): return [json(expression(value)), " ?? .null"]
    case .text(let parts) where self.parts(parts) == nil:
      return .call("JSONValue", [textCall(parts)])
    case .xmlText, .textOrEmpty: return .call("JSONValue", [representable(value)])
    default: return json(expression(value))
    }
  }

  /// Whether `null` is sent where the input is not given.
  private func sendsNull(_ path: [String]) -> Bool {
    var fields = workflow.plan.inputs.fields
    var field: FieldPlan?
    for name in path {
      field = fields.first { $0.name == name }
      guard case .structure(let inner)? = field?.type else { break }
      fields = inner.fields
    }
    return field?.sendsNull ?? false
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
    case .xmlText(let base): return .call("Text", [.labelled("xml", representable(base))])
    case .textOrEmpty(let parts):
      let pieces = parts.map(representable)
      return .call("Text", pieces.prefix(1).map { .labelled("orEmpty", $0) } + pieces.dropFirst())
    case .literal(.number(let digits)) where NumberLiteral(digits)?.isWholeDecimal ?? true:
      return [json(value), " as JSONValue?"]
    default: return expression(value).layout
    }
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
    let expression = member(value) ?? expression(value)
    let fits = !isForeign || type.nominal == nil
    if fits, let same = converted(expression, value, to: type) {
      if isOptional || !same.isOptional { return Typed(layout: same.layout) }
      return Typed(layout: required(same.layout, value, type), canThrow: true)
    }
    scope.used.insert("run")
    let call = Layout.call(
      isOptional ? "run.optionalArgument" : "run.argument",
      [.string(name), .labelled("of", .string(scope.step.id)), json(value)])
    return Typed(layout: call, canThrow: true)
  }

  private func required(_ layout: Layout, _ value: ValuePlan, _ type: TypePlan) -> Layout {
    scope.used.insert("run")
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
    default: return value.isKnownMissing ? expression : nil
    }
    return result
  }

  private func wrapped(_ type: String, _ expression: Expression) -> Layout {
    guard expression.isOptional else { return .call(.text(type), [expression.layout]) }
    let value: Layout = expression.isChain ? ["(", expression.layout, ")"] : expression.layout
    return [value, .text(".map { \(type)($0) }")]
  }

  /// A text as an expression of type string.
  func text(_ parts: [ValuePlan]) -> Expression {
    if let interpolated = self.parts(parts) {
      return Expression(layout: interpolated, type: .string, isOptional: false)
    }
    return Expression(
      layout: [textCall(parts), "?.string"], type: .string, isOptional: true, isChain: true)
  }

  private func textCall(_ parts: [ValuePlan]) -> Layout { .call("Text", parts.map(representable)) }

  /// The parts as an interpolated string, if none of them is secret, optional or JSON.
  private func parts(_ parts: [ValuePlan]) -> Layout? {
    var pieces: [String] = []
    for part in parts {
      if case .literal(.string(let text)) = part.kind {
        pieces += SwiftLiteral.pieces(text)
        continue
      }
      let expression = expression(part)
      guard !expression.isOptional, !expression.isLiteral,
        [.string, .integer, .unsigned, .boolean].contains(expression.type)
      else { return nil }
      pieces.append("\\(" + expression.layout.flat + ")")
    }
    return .quoted(pieces)
  }
}

extension ValuePlan {
  var isKnownMissing: Bool { kind == .missing }
}
