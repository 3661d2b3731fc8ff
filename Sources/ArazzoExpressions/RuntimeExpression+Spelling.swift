import ArazzoDocuments

extension RuntimeExpression {
  /// The expression as the specification spells it.
  ///
  /// - Parameter resolve: Divides a reference into a declared name and the pointer into its value;
  ///   `nil` where nothing is declared.
  package func spelled(
    _ resolve: (RuntimeExpression, Reference) -> (name: String, pointer: JSONPointer)?
  ) -> String {
    func text(_ reference: Reference) -> String {
      let known = resolve(self, reference)
      let pointer = known?.pointer ?? reference.pointer
      return (known?.name ?? reference.path) + pointer.fragment
    }
    return switch self {
    case .url: "$url"
    case .method: "$method"
    case .statusCode: "$statusCode"
    case .selfURL: "$self"
    case .request(let part): "$request." + part.spelling
    case .response(let part): "$response." + part.spelling
    case .message(let part): "$message." + part.spelling
    case .inputs(let reference): "$inputs." + text(reference)
    case .outputs(let reference): "$outputs." + text(reference)
    case .steps(let id, let reference): "$steps.\(id).outputs.\(text(reference))"
    case .workflows(let id, let part, let reference):
      "$workflows.\(id).\(part.rawValue).\(text(reference))"
    case .sourceDescriptions(let name, let reference): "$sourceDescriptions.\(name).\(reference)"
    case .components(let kind, let name): "$components.\(kind).\(name)"
    }
  }
}

extension RuntimeExpression.MessagePart {
  fileprivate var spelling: String {
    switch self {
    case .header(let name): "header.\(name)"
    case .query(let name): "query.\(name)"
    case .path(let name): "path.\(name)"
    case .body(let pointer, _): "body" + pointer.fragment
    }
  }
}

extension JSONPointer? {
  /// `#/a/0`, or nothing for a whole value.
  fileprivate var fragment: String {
    guard let pointer = self, !pointer.tokens.isEmpty else { return "" }
    return "#\(pointer)"
  }
}

extension StringTemplate {
  /// The text with every expression spelled by the specification, braced where it stands in a longer
  /// text.
  package func spelled(_ expression: (RuntimeExpression) -> String) -> String {
    switch self {
    case .text(let text): text
    case .expression(let parsed): expression(parsed.expression)
    case .parts(let parts): parts.spelled(expression)
    }
  }
}

extension [StringTemplate.Part] {
  /// The parts as one text, their expressions in braces.
  package func spelled(_ expression: (RuntimeExpression) -> String) -> String {
    map { part in
      switch part {
      case .text(let text): text
      case .expression(let parsed, _, _): "{\(expression(parsed.expression))}"
      }
    }.joined()
  }
}
