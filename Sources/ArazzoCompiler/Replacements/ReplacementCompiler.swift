import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Compiles Payload Replacement Objects (the settled corner "replacements"): known parts of the
/// payload are replaced when the code is generated, the others when the request is made.
struct ReplacementCompiler {
  let values: ValueCompiler
  let contentType: String

  private var diagnostics: Diagnostics { values.diagnostics }

  /// The payload with its replacements, each on the result of the one before.
  func apply(_ replacements: [PayloadReplacement], to payload: ValuePlan) -> ValuePlan? {
    var result = payload
    for replacement in replacements {
      guard let value = values.value(replacement.value),
        let replaced = apply(replacement, value, to: result)
      else { return nil }
      result = replaced
    }
    return result
  }

  private func apply(
    _ replacement: PayloadReplacement, _ value: ValuePlan, to payload: ValuePlan
  ) -> ValuePlan? {
    let isXML = contentType.isXMLMediaType
    let language = replacement.language ?? (isXML ? .xpath : .jsonpointer)
    guard (language == .xpath) == isXML else {
      let kinds = isXML ? "XML needs an XPath" : "JSON needs a JSON Pointer or a JSONPath"
      diagnostics.error(
        "a payload of \(kinds) as its target, found '\(language.rawValue)'",
        at: replacement.target.location)
      return nil
    }
    guard let path = replacement.paths.first(where: { $0.language == language }),
      let tree = values.tree(
        path,
        pointerHelp: "write '/a/b', or 'targetSelectorType: jsonpath' beside it for a JSONPath")
    else { return nil }
    switch tree {
    case .pointer(let pointer):
      let place = ReplacementPlace(
        tokens: .init(pointer.tokens), isInserted: true, value: value, target: replacement.target)
      return replaced(payload, at: place)
    case .jsonPath(let query): return queried(query, path.node, replacement, value, in: payload)
    case .xpath(let xpath): return onXML(xpath, path.node, replacement, value, in: payload)
    }
  }

  func replaced(_ payload: ValuePlan, at place: ReplacementPlace) -> ValuePlan? {
    do {
      return try payload.replacing(place)
    } catch {
      diagnostics.error(
        "the replacement at \(place.target.value.quotedForMessage): \(error.message)",
        at: place.target.location, suggestion: error.suggestion)
      return nil
    }
  }
}

/// Targets that are JSONPath queries or XPath expressions.
extension ReplacementCompiler {
  func queried(
    _ query: ParsedQuery, _ node: Node, _ replacement: PayloadReplacement, _ value: ValuePlan,
    in payload: ValuePlan
  ) -> ValuePlan? {
    guard let query = values.plan(query, node) else { return nil }
    if let tokens = query.pointer, payload.isWrittenOut(along: tokens[...]) {
      let place = ReplacementPlace(
        tokens: tokens, isInserted: false, value: value, target: replacement.target)
      return replaced(payload, at: place)
    }
    return payload.replacing(
      ReplacementPlan(
        target: .nodes(query), value: value, expression: replacement.target.value))
  }

  func onXML(
    _ expression: ParsedXPath, _ node: Node, _ replacement: PayloadReplacement,
    _ value: ValuePlan, in payload: ValuePlan
  ) -> ValuePlan? {
    let queries = QueryCompiler(text: EmbeddingText(node, values))
    guard let plan = queries.plan(expression, on: .missing) else { return nil }
    var result = payload.replacing(
      ReplacementPlan(target: .xpath(plan), value: value, expression: replacement.target.value))
    result.type = .string
    return result
  }
}

extension ValuePlan {
  /// Whether all that is on the way is known when the code is generated.
  fileprivate func isWrittenOut(along tokens: ArraySlice<PointerToken>) -> Bool {
    guard let token = tokens.first else { return true }
    switch kind {
    case .literal: return true
    case .object(let members):
      return members.first { $0.name == token.memberName }?.value
        .isWrittenOut(along: tokens.dropFirst()) ?? true
    case .array(let elements):
      guard let index = token.place(in: elements.count), elements.indices.contains(index) else {
        return true
      }
      return elements[index].isWrittenOut(along: tokens.dropFirst())
    default: return false
    }
  }
}

extension OperationCompiler {
  /// A body with the replacements of the step's payload.
  func replaced(
    _ body: (plan: BodyPlan, needs: Needs)
  ) -> (plan: BodyPlan, needs: Needs)? {
    guard let replacements = step.requestBody?.replacements, !replacements.isEmpty else {
      return body
    }
    var plan = body.plan
    let compiler = ReplacementCompiler(values: values, contentType: plan.contentType)
    guard let value = compiler.apply(replacements, to: plan.value) else { return nil }
    plan.value = value
    let needs = Needs(
      variables: body.needs.variables.intersection(value.variables),
      inputs: body.needs.inputs.intersection(value.needs.inputs))
    return (plan, needs)
  }
}
