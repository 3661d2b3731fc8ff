extension String {
  /// The text in single quotes for a message, control characters visible: whole, unless it is longer
  /// than any name or path.
  package var quotedForMessage: String {
    let limit = 500
    let start = unicodeScalars.prefix(limit)
    let isCut = start.endIndex < unicodeScalars.endIndex
    return "'\(String(start).withVisibleControls)\(isCut ? "…" : "")'"
  }

  /// The text with its control characters as escapes, so that it stays on its line and can't
  /// command a terminal.
  package var withVisibleControls: String {
    guard unicodeScalars.contains(where: \.isHiddenControl) else { return self }
    var visible = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isHiddenControl {
        visible.append(contentsOf: scalar.visibleForm.unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal acts on the character instead of showing it, or shows others elsewhere.
  var isHiddenControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// How a control character is written in a message: `\n`, `\t` or `\u{1B}`.
  var visibleForm: String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(value, radix: 16, uppercase: true))}"
    }
  }
}

extension [String] {
  /// The texts in quotes, the last two joined by a word: "'a', 'b' or 'c'".
  package func listed(by word: String) -> String {
    let quoted = map(\.quotedForMessage)
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
