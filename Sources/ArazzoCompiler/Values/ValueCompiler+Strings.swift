import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

extension ValueCompiler {
  func string(_ reading: StringReading, _ node: Node, schema: Schema?) -> ValuePlan? {
    let text = reading.text
    switch reading.template(where: isDeclared) {
    case .success(.text(let text)):
      if let error = reading.unknownRoot {
        diagnostics.warning(
          "\(text.quotedForMessage) is sent as text: \(error.message)", at: node.location,
          suggestion: error.suggestion)
      }
      return .literal(.string(text))
    case .success(.expression(let parsed)):
      return expression(
        parsed, written: text, at: node.location,
        in: mended(Located(text, at: node.location), parsed))
    case .success(.parts(let parts)):
      return template(parts, text, node, schema: schema, in: mended(text, node, parts))
    case .failure(let error):
      diagnostics.error(
        "\(text.quotedForMessage): \(error.message)", at: node.location(at: error.offset),
        suggestion: error.advice,
        fix: error.mended(text).flatMap { Fix(at: node.location, replacing: text, with: $0) })
      return nil
    }
  }

  /// Whether an expression names something that there is: names may hold blanks, so only that tells
  /// where one ends.
  private func isDeclared(_ parsed: ParsedExpression) -> Bool {
    switch parsed.expression {
    case .inputs(let reference):
      reference.resolve(declared: scope.inputs.fields.map(\.name)) != nil
    case .steps(let id, let reference):
      reference.resolve(declared: scope.step(id)?.outputs.map(\.name.value) ?? []) != nil
    default: true
    }
  }

  func template(
    _ parts: [StringTemplate.Part], _ text: String, _ node: Node, schema: Schema?,
    in scalar: MendedScalar?
  ) -> ValuePlan? {
    if case .expression(let parsed, let offset, _) = parts.first, parts.count == 1,
      let schema, schema.admitsNoString
    {
      let whole = mended(Located(text, at: node.location), parsed)
      diagnostics.dialect(
        .p12BracedWholeValue, at: node.location,
        specSpelling: "write the expression without braces", fix: whole.fix)
      return expression(parsed, written: text, at: node.location(at: offset), in: whole)
    }
    var values: [ValuePlan] = []
    for part in parts {
      switch part {
      case .text(let text): values.append(.literal(.string(text)))
      case .expression(let parsed, let offset, let isBraced):
        let place = node.location(at: offset)
        if !isBraced {
          diagnostics.dialect(
            .p01UnbracedExpression, at: place, specSpelling: "put the expression in braces: {$…}",
            fix: scalar?.fix)
        }
        guard let value = expression(parsed, written: text, at: place, in: scalar)
        else { return nil }
        values.append(value)
      }
    }
    return ValuePlan(
      kind: .text(values), type: values.contains(where: \.type.isSecret) ? .secret : .string,
      isOptional: values.contains(where: \.isOptional), expression: text)
  }
}

extension Schema {
  /// Whether no alternative of the schema, `null` aside, admits a string (dialect P12).
  fileprivate var admitsNoString: Bool {
    let choices = alternatives.isEmpty ? [self] : alternatives
    return choices.allSatisfy { !$0.kinds.isEmpty && !$0.kinds.contains(.string) }
  }
}
