import ArazzoDocuments
import ArazzoExpressions

/// An error in a payload that is JSON text.
package struct JSONTextError: Error {
  package let message: String
  package let suggestion: String
}

extension StringReading {
  /// The JSON that the text holds, so that its placeholders are values and no text; one outside
  /// quotes keeps its type (the settled corner "templates"). `nil` where the text is none.
  ///
  /// - Parameter place: The location of the text, which all its values get.
  func json(at place: Location) -> Result<DocumentValue, JSONTextError>? {
    guard let first = text.first(where: { !$0.isWhitespace }),
      first == "{" && !text.hasPrefix("{$") || first == "[", !isOneExpression
    else { return nil }
    do {
      let source = SourceText(name: place.source.name, text: text.placeholdersQuoted)
      let node = try DocumentReader.readJSON(source).relocated(to: place)
      guard let name = node.nameWithPlaceholder else {
        return .success(DocumentValue(node, readsJSON: false))
      }
      return .failure(
        JSONTextError(
          message: "the member name \(name.quotedForMessage) in the payload contains a placeholder",
          suggestion: "use placeholders only in values"))
    } catch {
      return .failure(
        JSONTextError(
          message: "the payload looks like JSON text but isn't valid: "
            + error.diagnostic.message, suggestion: "write the payload as a mapping"))
    }
  }
}

extension String {
  /// JSON text with each `{$…}` or `$…` outside quotes as a string that is the expression.
  fileprivate var placeholdersQuoted: String {
    guard contains("$") else { return self }
    var result = ""
    var rest = self[...]
    var isQuoted = false
    while let first = rest.first {
      if isQuoted || !(first == "$" || rest.hasPrefix("{$")) {
        if first == "\"" { isQuoted.toggle() }
        let length = isQuoted && first == "\\" ? 2 : 1
        result += rest.prefix(length)
        rest = rest.dropFirst(length)
        continue
      }
      let isBraced = first == "{"
      let expression = rest.dropFirst(isBraced ? 1 : 0).prefix { character in
        isBraced ? character != "}" : !character.isWhitespace && !",]}".contains(character)
      }
      rest = rest[expression.endIndex...].dropFirst(isBraced ? 1 : 0)
      let escaped = expression.escaped { $0 == "\\" || $0 == "\"" ? "\\\($0)" : nil }
      result += "\"\(escaped)\""
    }
    return result
  }
}

extension Node {
  /// The first member name in the tree that is no plain text.
  fileprivate var nameWithPlaceholder: String? {
    switch value {
    case .sequence(let nodes): return nodes.lazy.compactMap(\.nameWithPlaceholder).first
    case .mapping(let mapping):
      for member in mapping.members {
        let template = try? StringTemplate.parse(member.key.value)
        if template?.hasExpressions == true { return member.key.value }
        if let name = member.value.nameWithPlaceholder { return name }
      }
      return nil
    default: return nil
    }
  }

  /// The same tree with one place for all of it: where the text stood that it was read from.
  fileprivate func relocated(to place: Location) -> Node {
    switch value {
    case .sequence(let nodes):
      return Node(.sequence(nodes.map { $0.relocated(to: place) }), at: place)
    case .mapping(let mapping):
      let members = mapping.members.map {
        Mapping.Member(
          key: Located($0.key.value, at: place), value: $0.value.relocated(to: place))
      }
      return Node(.mapping(Mapping(members)), at: place)
    default: return Node(value, at: place)
    }
  }
}
