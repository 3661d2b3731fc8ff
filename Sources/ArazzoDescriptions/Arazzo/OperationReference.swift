import ArazzoDocuments

/// A step's reference to an operation: `operationId`, `operationPath`, and other spellings of them
/// place (dialect P8).
package struct OperationReference: Sendable {
  package enum Form: Sendable {
    case id(QualifiedName.Form)
    case location(OperationLocation)
    /// `/things/{id}` or `GET /things/{id}`.
    case path(String, method: String?)
    case unreadable
  }

  package let text: Located<String>
  package let form: Form

  package init(id text: Located<String>) {
    let name = QualifiedName(text)
    let isLocation = text.value.contains("#/paths/")
    self.init(text: text, form: isLocation ? Self.location(text.value) : .id(name.form))
  }

  package init(path text: Located<String>) {
    self.init(
      text: text, form: text.value.contains("#") ? Self.location(text.value) : Self.path(text.value)
    )
  }

  private init(text: Located<String>, form: Form) { (self.text, self.form) = (text, form) }

  private static func location(_ text: String) -> Form {
    OperationLocation(text).map(Form.location) ?? .unreadable
  }

  private static func path(_ text: String) -> Form {
    let words = text.split(separator: " ").map(String.init)
    guard let path = words.last, path.hasPrefix("/"), words.count <= 2 else { return .unreadable }
    return .path(path, method: words.count == 2 ? words[0].uppercased() : nil)
  }

  package var value: String { text.value }
  package var location: Location { text.location }
}

/// `{$sourceDescriptions.NAME.url}#/paths/…`, without braces, without `.url` and as `NAME#/paths/…`
/// too (dialect P8).
package struct OperationLocation: Sendable {
  package let source: String
  /// Whether the name is known to be a source's; otherwise the sources decide.
  package let isQualified: Bool
  /// Whether it is spelled as the specification has it.
  package let isSpelledOut: Bool
  /// The text after the `#`.
  package let fragment: String
  /// `nil` where the fragment is no JSON Pointer.
  package let pointer: JSONPointer?

  init?(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let isBraced = parts[0].hasPrefix("{") && parts[0].hasSuffix("}")
    let reference = isBraced ? parts[0].dropFirst().dropLast() : parts[0]
    isQualified = reference.hasPrefix(QualifiedName.prefix)
    let namesURL = reference.hasSuffix(".url")
    let name = isQualified ? reference.dropFirst(QualifiedName.prefix.count) : reference
    source = String(isQualified && namesURL ? name.dropLast(".url".count) : name)
    isSpelledOut = isBraced && namesURL
    fragment = String(parts[1])
    pointer = try? JSONPointer(parsingFragment: fragment)
  }
}
