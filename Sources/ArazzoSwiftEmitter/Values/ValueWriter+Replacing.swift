import ArazzoCompiler

/// Payloads in which places are replaced.
extension ValueWriter {
  /// `JSONValue(a) ?? b`.
  func firstOf(_ first: ValuePlan, _ second: ValuePlan) -> Expression {
    Expression(
      layout: .binary(json(first), "??", json(second)), type: .json,
      isOptional: second.isOptional)
  }

  /// `JSONPath("a", .each).nodes(in: response.body.json).array`.
  func found(_ query: QueryPlan, in context: ValuePlan, isSingular: Bool) -> Expression {
    let path = QueryWriter(values: self).path(query)
    let end: Layout = [".nodes(in: ", json(context), isSingular ? ").first" : ").array"]
    return Expression(layout: QueryWriter.call(path, end), type: .json, isOptional: true)
  }

  /// `request.json(payload, replacing: JSONReplacement("/a", with: value))`, which throws.
  func replaced(_ base: ValuePlan, _ replacements: [ReplacementPlan]) -> Expression {
    let request = names.variables.local("Request", of: scope.step.id)
    let isXML = replacements.contains(where: \.isOnXML)
    let list = replacements.enumerated().map { number, replacement in
      number == 0 ? Layout.labelled("replacing", layout(replacement)) : layout(replacement)
    }
    let payload = isXML ? representable(base) : json(base)
    return Expression(
      layout: .call(.text("\(request).\(isXML ? "xml" : "json")"), [payload] + list),
      type: isXML ? .string : .json, isOptional: true)
  }

  private func layout(_ replacement: ReplacementPlan) -> Layout {
    let value = Layout.labelled("with", representable(replacement.value))
    let written = Layout.labelled("as", .string(replacement.expression))
    switch replacement.target {
    case .pointer(let tokens):
      return .call("JSONReplacement", [.string(Self.pointer(tokens)), value])
    case .nodes(let query):
      let path = QueryWriter(values: self).path(query).layout
      return .call("JSONReplacement", [path, written, value])
    case .xpath(let plan):
      let path = XPathWriter(values: self, plan: plan).expression()
      return .call("XMLReplacement", [path, written, value])
    }
  }
}

extension ReplacementPlan {
  fileprivate var isOnXML: Bool {
    if case .xpath = target { true } else { false }
  }
}
