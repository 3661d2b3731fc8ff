import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Selector Objects (Arazzo 1.1, the settled corner "selectors").
extension ValueCompiler {
  /// - Parameter node: The whole object.
  func selection(_ selector: SelectorObject, _ node: Node) -> ValuePlan? {
    do {
      let context = try RuntimeExpression.parse(selector.context.value)
      switch selector.language {
      case .jsonpointer: return pointer(selector, context)
      case .xpath: return xpath(selector, context, node)
      case .jsonpath:
        diagnostics.error(
          "a selector of type '\(selector.language.rawValue)' is not supported yet",
          at: selector.location)
        return nil
      }
    } catch {
      diagnostics.error(
        "the context \(selector.context.value.quotedForMessage): \(error.message)",
        at: selector.context.location, suggestion: error.suggestion)
      return nil
    }
  }

  /// The string value of what an XPath expression finds.
  private func xpath(
    _ selector: SelectorObject, _ context: ParsedExpression, _ node: Node
  ) -> ValuePlan? {
    let written = selector.context
    guard let text = node.mapping?["selector"],
      let context = expression(context, written: written.value, at: written.location)?.asDocument,
      let plan = ConditionCompiler(values: self)
        .xpath(selector.selector.value, context, text, in: "the selector")
    else { return nil }
    let source = "\(written.value) \(selector.selector.value)"
    if context.isMissing {
      return ValuePlan(kind: .missing, type: .string, isOptional: true, expression: source)
    }
    return ValuePlan(kind: .xpath(plan), type: .string, isOptional: true, expression: source)
  }

  private func pointer(_ selector: SelectorObject, _ context: ParsedExpression) -> ValuePlan? {
    let text = selector.selector
    do throws(JSONPointer.ParseError) {
      let isFragment = text.value.hasPrefix("#")
      let pointer =
        isFragment
        ? try JSONPointer(parsingFragment: String(text.value.dropFirst()))
        : try JSONPointer(parsing: text.value)
      return select(pointer.tokens, in: context, selector)
    } catch {
      diagnostics.error(
        "\(text.value.quotedForMessage) is no JSON Pointer: \(error.message)", at: text.location)
      return nil
    }
  }

  /// The value at a pointer inside that of an expression, with the type that the description gives
  /// it.
  func select(
    _ tokens: [String], in context: ParsedExpression, _ selector: SelectorObject
  ) -> ValuePlan? {
    let written = "\(selector.context.value) \(selector.selector.value)"
    var inner = context
    if let deeper = context.expression.appending(tokens) {
      inner.expression = deeper
      return expression(inner, written: written, at: selector.selector.location)
    }
    let place = ExpressionPlace(
      written: written, location: selector.selector.location, inCondition: false)
    return expression(inner, written: written, at: selector.context.location)
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
