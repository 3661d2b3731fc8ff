/// The secrets that a run has met: no text that it shows holds one of them (rule H8).
struct SecretTexts: Sendable {
  private let texts = Locked<Set<String>>([])

  /// Hides a value and, where it is `Bearer …` or `Basic …`, what follows the word as well.
  func hide(_ text: String) {
    guard !text.isEmpty else { return }
    texts.withLock { texts in
      texts.insert(text)
      if let rest = text.split(separator: " ").last { texts.insert(String(rest)) }
    }
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
