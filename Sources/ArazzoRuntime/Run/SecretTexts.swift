/// The secrets that a run has met: no text that it shows holds one of them (rule H8).
struct SecretTexts: Sendable {
  private let texts = Locked<Set<String>>([])

  /// Hides a value and, where it is `Bearer …` or `Basic …`, what follows the word as well.
  func hide(_ text: String) {
    guard !text.isEmpty, !texts.withLock({ $0.contains(text) }) else { return }
    let pieces = [text] + text.split(separator: " ").suffix(1).map(String.init)
    // Twice: a form in an address, JSON in HTML.
    let spellings = pieces.flatMap(Self.spellings).flatMap(Self.spellings)
    texts.withLock { $0.formUnion(spellings) }
  }

  /// How servers send a text back: as it is, and as it stands in a URL, a form, JSON and HTML.
  private static func spellings(of text: String) -> [String] {
    if text.utf8.allSatisfy(PercentEncoding.isUnreserved) { return [text] }
    let encoded = PercentEncoding.value(text)
    let json = String(JSONValue.string(text).description.dropFirst().dropLast())
    let html = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    return [text, encoded, encoded.replacing("%20", with: "+"), json, html]
  }

  /// Hides every string in a value.
  func hide(_ value: (any JSONRepresentable)?) {
    switch value?.jsonValue {
    case .string(let text)?: hide(text)
    case .array(let elements)?: elements.forEach { hide($0) }
    case .object(let members)?: members.forEach { hide($0.value) }
    case nil, .null?, .bool?, .number?: break
    }
  }

  /// The text with a placeholder wherever it holds a secret, the longest ones first.
  func masked(_ text: String) -> String {
    let known = texts.withLock { $0 }.sorted { ($0.count, $0) > ($1.count, $1) }
    return known.reduce(text) { $0.replacing($1, with: Secret.placeholder) }
  }
}

extension SecretTexts: CustomReflectable {
  /// Nothing.
  var customMirror: Mirror { Mirror(self, children: []) }
}
