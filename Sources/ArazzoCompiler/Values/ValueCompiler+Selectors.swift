import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Selector Objects (Arazzo 1.1, the settled corner "selectors").
extension ValueCompiler {
  /// - Parameter node: The whole object.
  func selection(_ selector: SelectorObject, _ node: Node) -> ValuePlan? {
    switch selector.language {
    case .jsonpointer: return pointer(selector)
    case .jsonpath: return found(selector, node)
    case .xpath: return xpath(selector, node)
    }
  }

  /// The string value of what an XPath expression finds.
  private func xpath(_ selector: SelectorObject, _ node: Node) -> ValuePlan? {
    guard let text = node["selector"], let context = context(selector.context)?.asDocument,
      let plan = ConditionCompiler(values: self)
        .xpath(selector.selector.value, context, text, in: "the selector")
    else { return nil }
    let source = "\(selector.context.value) \(selector.selector.value)"
    if context.isMissing {
      return ValuePlan(kind: .missing, type: .string, isOptional: true, expression: source)
    }
    return ValuePlan(kind: .xpath(plan), type: .string, isOptional: true, expression: source)
  }

  /// What a JSONPath query finds: a value where it can find no more than one, else an array.
  private func found(_ selector: SelectorObject, _ node: Node) -> ValuePlan? {
    guard let text = node["selector"], let query = query(text, version: selector.version) else {
      return nil
    }
    if query.isSingular, let tokens = query.plan.pointer { return select(tokens, selector) }
    guard let context = context(selector.context)?.asDocument else { return nil }
    return ValuePlan(
      kind: .found(query.plan, in: context, isSingular: query.isSingular), type: .json,
      isOptional: true, expression: "\(selector.context.value) \(selector.selector.value)")
  }

  /// A JSONPath query with the values of the run in it.
  func query(
    _ node: Node, version: Located<String>?
  ) -> (plan: QueryPlan, isSingular: Bool)? {
    var conditions = ConditionCompiler(values: self)
    do {
      let isDraft = version?.value == "draft-goessner-dispatch-jsonpath-00"
      let query = try JSONPathQuery.parse(
        node.string ?? "", language: isDraft ? .draft : .rfc9535)
      conditions.scalar = MendedScalar(
        location: node.location, text: node.string ?? "", mended: query.spelled(spelled))
      return QueryCompiler(conditions: conditions, node: node).plan(query)
        .map { ($0, query.isSingular) }
    } catch {
      diagnostics.error(
        "in the JSONPath: \(error.message)", at: node.location(at: error.offset),
        suggestion: error.suggestion)
      return nil
    }
  }

  private func pointer(_ selector: SelectorObject) -> ValuePlan? {
    let text = selector.selector
    do throws(JSONPointer.ParseError) {
      let isFragment = text.value.hasPrefix("#")
      let pointer =
        isFragment
        ? try JSONPointer(parsingFragment: String(text.value.dropFirst()))
        : try JSONPointer(parsing: text.value)
      return select(.init(pointer.tokens), selector)
    } catch {
      diagnostics.error(
        "\(text.value.quotedForMessage) is no JSON Pointer: \(error.message)", at: text.location)
      return nil
    }
  }

  /// The value at a pointer inside the context, with the type that the description gives it; JSON
  /// where it counts from the end of an array, whose elements may be of different types.
  func select(_ tokens: [PointerToken], _ selector: SelectorObject) -> ValuePlan? {
    guard tokens.contains(where: \.isFromEnd) else {
      return select(tokens.texts, selector)?.following(tokens)
    }
    var untyped = self
    untyped.outputName = nil
    let texts = tokens.map { $0.isFromEnd ? "0" : $0.text }
    var value = untyped.select(texts, selector)?.following(tokens)
    value?.type = .json
    value?.isOptional = true
    return value
  }

  private func select(_ tokens: [String], _ selector: SelectorObject) -> ValuePlan? {
    let written = "\(selector.context.value) \(selector.selector.value)"
    let place = ExpressionPlace(
      written: written, location: selector.selector.location, inCondition: false)
    if let whole = wholeContext(selector.context) { return member(of: whole, tokens, place) }
    guard var context = parsed(selector.context) else { return nil }
    let scalar = mended(selector.context, context)
    if let deeper = context.expression.appending(tokens) {
      context.expression = deeper
      return expression(context, written: written, at: selector.selector.location, in: scalar)
    }
    return expression(context, written: written, at: selector.context.location, in: scalar)
      .flatMap { member(of: $0, tokens, place) }
  }
}

extension RuntimeExpression {
  /// The same with a longer pointer; `nil` where an expression of this kind has none.
  fileprivate func appending(_ tokens: [String]) -> RuntimeExpression? {
    switch self {
    case .inputs(let reference): .inputs(reference.appending(tokens))
    case .outputs(let reference): .outputs(reference.appending(tokens))
    case .steps(let id, let reference, let isSpelledOut):
      .steps(id: id, reference: reference.appending(tokens), isSpelledOut: isSpelledOut)
    case .workflows(let id, let part, let reference):
      .workflows(id: id, part: part, reference: reference.appending(tokens))
    case .response(let part): part.appending(tokens).map(RuntimeExpression.response)
    case .request(let part): part.appending(tokens).map(RuntimeExpression.request)
    default: nil
    }
  }
}

extension RuntimeExpression.Reference {
  fileprivate func appending(_ tokens: [String]) -> Self {
    Self(path: path, pointer: JSONPointer(tokens: (pointer?.tokens ?? []) + tokens))
  }
}

extension RuntimeExpression.MessagePart {
  fileprivate func appending(_ tokens: [String]) -> Self? {
    guard case .body(let pointer, let dotted) = self else { return nil }
    return .body(pointer: JSONPointer(tokens: (pointer?.tokens ?? []) + tokens), dotted: dotted)
  }
}
