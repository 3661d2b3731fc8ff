import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Payload Replacement Objects (the settled corner "replacements"): what is known of the payload when
/// the code is generated is replaced then, the rest when the request is made.
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
