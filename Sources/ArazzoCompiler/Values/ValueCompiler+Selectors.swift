import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Selector Objects (Arazzo 1.1, the settled corner "selectors").
extension ValueCompiler {
  func selection(_ selector: SelectorObject) -> ValuePlan? {
    switch tree(selector.path) {
    case .pointer(let pointer): return select(.init(pointer.tokens), selector)
    case .jsonPath(let query): return found(query, selector)
    case .xpath(let expression): return xpath(expression, selector)
    case nil: return nil
    }
  }

  /// The syntax tree of a selector or of a replacement's target.
  func tree(_ path: SelectorPath, pointerHelp: String? = nil) -> SelectorPath.Tree? {
    switch path.tree {
    case .success(let tree): return tree
    case .failure(let error):
      switch path.language {
      case .jsonpointer:
        diagnostics.error(
          "\(path.value.quotedForMessage) isn't a JSON Pointer: \(error.message)",
          at: path.location, suggestion: pointerHelp)
      case .jsonpath:
        diagnostics.error(
          "in the JSONPath: \(error.message)", at: path.node.location(at: error.offset),
          suggestion: error.suggestion)
      case .xpath: EmbeddingText(path.node, self).report(error, in: "the selector")
      }
      return nil
    }
  }

  /// The string value of what an XPath expression finds.
  private func xpath(_ expression: ParsedXPath, _ selector: SelectorObject) -> ValuePlan? {
    guard let context = context(selector.context)?.asDocument,
      let plan = QueryCompiler(text: EmbeddingText(selector.path.node, self))
        .plan(expression, on: context)
    else { return nil }
    let source = selector.written
    if context.isMissing {
      return ValuePlan(kind: .missing, type: .string, isOptional: true, expression: source)
    }
    return ValuePlan(kind: .xpath(plan), type: .string, isOptional: true, expression: source)
  }

  /// What a JSONPath query finds: a value where it can find no more than one, else an array.
  private func found(_ query: ParsedQuery, _ selector: SelectorObject) -> ValuePlan? {
    guard let plan = plan(query, selector.path.node) else { return nil }
    if query.isSingular, let tokens = plan.pointer { return select(tokens, selector) }
    guard let context = context(selector.context)?.asDocument else { return nil }
    return ValuePlan(
      kind: .found(plan, in: context, isSingular: query.isSingular), type: .json,
      isOptional: true, expression: selector.written)
  }

  /// A JSONPath query with the values of the run in it.
  func plan(_ query: ParsedQuery, _ node: Node) -> QueryPlan? {
    QueryCompiler(text: EmbeddingText(node, self, mended: query.spelled(spelled))).plan(query)
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
    let written = selector.written
    let place = ExpressionPlace(
      written: written, location: selector.path.location, inCondition: false)
    if let whole = wholeContext(selector.context) { return member(of: whole, tokens, place) }
    guard var context = parsed(selector.context) else { return nil }
    let scalar = mended(selector.context.text, context)
    if let deeper = context.expression.extended(by: tokens) {
      context.expression = deeper
      return expression(context, written: written, at: selector.path.location, in: scalar)
    }
    return expression(context, written: written, at: selector.context.location, in: scalar)
      .flatMap { member(of: $0, tokens, place) }
  }
}

extension SelectorObject {
  /// The context and the way into it, for messages.
  fileprivate var written: String { "\(context.value) \(path.value)" }
}

/// The `context` of a criterion or of a Selector Object.
extension ValueCompiler {
  func context(_ context: ContextReference) -> ValuePlan? {
    if let whole = wholeContext(context) { return whole }
    return parsed(context).flatMap {
      expression(
        $0, written: context.value, at: context.location, in: mended(context.text, $0))
    }
  }

  func parsed(_ context: ContextReference) -> ParsedExpression? {
    switch context.expression {
    case .success(let expression): return expression
    case .failure(let error):
      diagnostics.error(
        "the context \(context.value.quotedForMessage): \(error.message)", at: context.location,
        suggestion: error.suggestion)
      return nil
    }
  }

  /// An object of all inputs, or of all outputs of a step (dialect P3).
  func wholeContext(_ context: ContextReference) -> ValuePlan? {
    let members: [ValuePlan.Member]
    switch context.whole {
    case .inputs:
      members = scope.inputs.fields.map { field in
        ValuePlan.Member(
          name: field.name,
          value: ValuePlan(
            kind: .input([field.name]), type: field.type, isOptional: field.isOptional,
            expression: "$inputs.\(field.name)"))
      }
    case .outputs(let id):
      guard let step = scope.step(id) else { return nil }
      members = step.outputs.map { member($0.name.value, of: id) }
    case nil: return nil
    }
    diagnostics.dialect(
      .p03LooseSpelling, at: context.location,
      specSpelling: "write one of them: \("\(context.value).NAME".quotedForMessage)")
    return ValuePlan(
      kind: .object(members), type: .json, isOptional: false, expression: context.value)
  }

  private func member(_ output: String, of step: String) -> ValuePlan.Member {
    let variable = scope.variable(VariableKey(step: step, output: output))
    let value = ValuePlan(
      kind: .variable(variable), type: variable.type, isOptional: variable.isOptional,
      expression: "$steps.\(step).outputs.\(output)")
    return ValuePlan.Member(name: output, value: value)
  }
}
