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
    switch language {
    case .jsonpointer: return pointed(replacement, value, in: payload)
    case .jsonpath: return queried(replacement, value, in: payload)
    case .xpath: return onXML(replacement, value, in: payload)
    }
  }

  private func pointed(
    _ replacement: PayloadReplacement, _ value: ValuePlan, in payload: ValuePlan
  ) -> ValuePlan? {
    guard let tokens = tokens(replacement.target) else { return nil }
    let place = ReplacementPlace(
      tokens: .init(tokens), isInserted: true, value: value, target: replacement.target)
    return replaced(payload, at: place)
  }

  private func tokens(_ target: Located<String>) -> [String]? {
    do throws(JSONPointer.ParseError) {
      guard target.value.hasPrefix("#") else {
        return try JSONPointer(parsing: target.value).tokens
      }
      return try JSONPointer(parsingFragment: target.value).tokens
    } catch {
      diagnostics.error(
        "\(target.value.quotedForMessage) is no JSON Pointer: \(error.message)",
        at: target.location,
        suggestion: "write '/a/b', or 'targetSelectorType: jsonpath' beside it for a JSONPath")
      return nil
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
