import Foundation

/// The secrets that a run has met: no text that it shows holds one of them (rule H8).
///
/// Meeting a secret only notes it. How it may be spelled is worked out when a text is masked, which
/// is where an error or an event shows one.
package struct SecretTexts: Sendable {
  private struct Known: Sendable {
    /// The first texts: to look through a few takes less time than to hash one.
    private var few: [String] = []
    /// The others.
    private var more: Set<String> = []
    /// Every spelling of the texts, the longest first; `nil` where a text has come since.
    var spellings: [String]?

    var texts: [String] { few + more }

    mutating func insert(_ text: String) {
      if few.contains(text) { return }
      if few.count < 8 {
        few.append(text)
      } else if !more.insert(text).inserted {
        return
      }
      spellings = nil
    }
  }

  private let known = Locked(Known())

  package init() {}

  /// Hides a value and, where it is `Bearer …` or `Basic …`, what follows the word as well.
  package func hide(_ text: String) {
    guard !text.isEmpty else { return }
    known.withLock { $0.insert(text) }
  }

  /// Hides every string in a value.
  package func hide(_ value: (any JSONRepresentable)?) {
    switch value?.jsonValue {
    case .string(let text)?: hide(text)
    case .array(let elements)?: elements.forEach { hide($0) }
    case .object(let members)?: members.forEach { hide($0.value) }
    case nil, .null?, .bool?, .number?: break
    }
  }

  /// Hides a parameter, as it is written and as it was before.
  func hide(_ parameter: StepRequest.Parameter) {
    hide(parameter.written)
    if parameter.place == .query || parameter.place == .cookie || parameter.field == .cookie {
      for pair in parameter.written.split(separator: ";") {
        pair.split(separator: "=", maxSplits: 1).suffix(1).forEach { hide(String($0)) }
      }
    }
    if case .string(parameter.written) = parameter.value { return }
    parameter.value.elementTexts.forEach { hide($0) }
  }

  /// The start of a text on one line, with no secret that is known or named.
  package func line(_ text: String) -> String { Self.shortened(shown(text)) }

  /// The start of a text on one line.
  static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 200 ? line.prefix(200) + "…" : line
  }

  /// The text with a placeholder wherever it holds a secret, known or named.
  func shown(_ text: String) -> String { SecretNames.masked(marked(text)) }

  /// The text with a placeholder wherever it holds a secret.
  package func masked(_ text: String) -> String {
    marked(text).replacingScalars(SecretNames.mark, with: Secret.placeholder)
  }

  /// The text with a mark wherever it holds a secret, the longest ones first. In a mark nothing is
  /// found, as it is in the placeholder.
  private func marked(_ text: String) -> String {
    let spellings = known.withLock { known in
      let spellings = known.spellings ?? Self.spellings(of: known.texts)
      known.spellings = spellings
      return spellings
    }
    // By characters, which finds it in another normalization, and by scalars, which finds it before
    // a combining mark.
    return spellings.reduce(text) { text, spelling in
      text.replacing(spelling, with: SecretNames.mark)
        .replacingScalars(spelling, with: SecretNames.mark)
    }
  }
}

extension String {
  /// The text with a placeholder wherever it has the scalars of another, also before a combining
  /// mark.
  func replacingScalars(_ other: String, with placeholder: String) -> String {
    replacingOccurrences(of: other, with: placeholder, options: .literal)
  }
}

extension SecretTexts {
  private static func spellings(of texts: [String]) -> [String] {
    let pieces = texts.flatMap { [$0] + $0.split(separator: " ").suffix(1).map(String.init) }
    // Twice: a form in an address, JSON in HTML.
    let spellings = Set(pieces.flatMap(spellings).flatMap(spellings))
    return spellings.sorted { ($0.count, $0) > ($1.count, $1) }
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
}

extension SecretTexts: CustomReflectable {
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
