import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Nodes and expressions in, values out; every mistake is reported where it stands.
struct ValueCompiler {
  let scope: WorkflowScope
  let moment: Moment

  var diagnostics: Diagnostics { scope.diagnostics }

  /// Compiles a literal, an expression or a template, down through sequences and mappings.
  ///
  /// - Parameter schema: What the value goes into, where the API description says.
  /// - Returns: `nil` where a mistake was reported.
  func value(_ node: Node, schema: Schema? = nil) -> ValuePlan? {
    switch node.value {
    case .null, .bool, .number: return .literal(LiteralPlan(node))
    case .string(let text): return string(text, node, schema: schema)
    case .sequence(let nodes):
      let parts = nodes.map { value($0, schema: schema?.items) }
      return complete(parts).map(combined)
    case .mapping(let mapping):
      let properties = schema?.properties ?? []
      let values = mapping.members.map { member in
        value(member.value, schema: properties.first { $0.name.value == member.key.value }?.schema)
      }
      guard let values = complete(values) else { return nil }
      return combined(
        zip(mapping.members, values).map { ValuePlan.Member(name: $0.key.value, value: $1) })
    }
  }

  /// An output: an expression, or a literal as published documents have it.
  func output(_ output: Output) -> ValuePlan? { value(output.value) }

  private func complete(_ values: [ValuePlan?]) -> [ValuePlan]? {
    let present = values.compactMap(\.self)
    return present.count == values.count ? present : nil
  }

  private func combined(_ parts: [ValuePlan]) -> ValuePlan {
    let literals = parts.compactMap(\.literal)
    if literals.count == parts.count { return .literal(.array(literals)) }
    return ValuePlan(kind: .array(parts), type: .json, isOptional: false, expression: nil)
  }

  private func combined(_ members: [ValuePlan.Member]) -> ValuePlan {
    let literals = members.compactMap { member in
      member.value.literal.map { LiteralPlan.Member(name: member.name, value: $0) }
    }
    if literals.count == members.count { return .literal(.object(literals)) }
    return ValuePlan(kind: .object(members), type: .json, isOptional: false, expression: nil)
  }
}

// MARK: - Strings

extension ValueCompiler {
  private func string(_ text: String, _ node: Node, schema: Schema?) -> ValuePlan? {
    do {
      switch try StringTemplate.parse(text, isDeclared: isDeclared) {
      case .text(let text):
        warnAboutUnknownRoot(text, node)
        return .literal(.string(text))
      case .expression(let parsed):
        return expression(parsed, written: text, at: node.location)
      case .parts(let parts): return template(parts, text, node, schema: schema)
      }
    } catch {
      diagnostics.error(
        "'\(text)': \(error.message)", at: node.location(at: error.offset),
        suggestion: error.suggestion)
      return nil
    }
  }

  /// Whether an expression names something that there is: names may hold blanks, so only that tells
  /// where one ends.
  private func isDeclared(_ parsed: ParsedExpression) -> Bool {
    switch parsed.expression {
    case .inputs(let reference):
      reference.resolve(declared: scope.inputs.fields.map(\.name)) != nil
    case .steps(let id, let reference, _):
      reference.resolve(declared: scope.step(id)?.outputs.map(\.name.value) ?? []) != nil
    default: true
    }
  }

  /// A whole string that looks like an expression and is none (the settled corner V2).
  private func warnAboutUnknownRoot(_ text: String, _ node: Node) {
    guard text.first == "$", text.dropFirst().first?.isLetter == true else { return }
    do {
      _ = try RuntimeExpression.parse(text)
    } catch {
      diagnostics.warning(
        "'\(text)' is sent as text: \(error.message)", at: node.location,
        suggestion: error.suggestion)
    }
  }

  func template(
    _ parts: [StringTemplate.Part], _ text: String, _ node: Node, schema: Schema?
  ) -> ValuePlan? {
    if case .expression(let parsed, let offset, _) = parts.first, parts.count == 1,
      let schema, !schema.kinds.isEmpty, !schema.kinds.contains(.string)
    {
      diagnostics.dialect(
        .p12BracedWholeValue, at: node.location, specSpelling: "write the expression without braces"
      )
      return expression(parsed, written: text, at: node.location(at: offset))
    }
    var values: [ValuePlan] = []
    for part in parts {
      switch part {
      case .text(let text): values.append(.literal(.string(text)))
      case .expression(let parsed, let offset, let isBraced):
        let place = node.location(at: offset)
        if !isBraced {
          diagnostics.dialect(
            .p01UnbracedExpression, at: place, specSpelling: "put the expression in braces: {$…}")
        }
        guard let value = expression(parsed, written: text, at: place) else { return nil }
        values.append(value)
      }
    }
    return ValuePlan(
      kind: .text(values), type: values.contains { $0.type == .secret } ? .secret : .string,
      isOptional: values.contains(where: \.isOptional), expression: text)
  }
}
