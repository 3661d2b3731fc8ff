/// Text as Swift literals, from which nothing can escape as code.
enum SwiftLiteral {
  static func string(_ value: String) -> String { quoted(pieces(value)) }

  /// A literal of escaped pieces: a raw one where quotes and backslashes, more than one, are all that
  /// is escaped.
  static func quoted(_ pieces: [String]) -> String {
    raw(pieces) ?? "\"" + pieces.joined() + "\""
  }

  private static func raw(_ pieces: [String]) -> String? {
    let escaped = pieces.filter { $0.utf8.first == UInt8(ascii: "\\") }
    let escapes = Set(escaped)
    guard escaped.count > 1, escapes.isSubset(of: ["\\\"", "\\\\"]) else { return nil }
    let text = pieces.map { escapes.contains($0) ? String($0.dropFirst()) : $0 }.joined()
    // By scalars: a character can be more than the sign that ends the literal.
    let scalars = text.unicodeScalars
    let ends = zip(scalars, scalars.dropFirst()).contains { sign, next in
      (sign == "\"" || sign == "\\") && next == "#"
    }
    // A quote at the start would make it a literal of several lines.
    return ends || scalars.first == "\"" ? nil : "#\"\(text)\"#"
  }

  /// Each character as it stands between quotes.
  static func pieces(_ value: String) -> [String] { value.unicodeScalars.map(escaped) }

  /// A literal over several lines that are joined by `\`; the first and the last are the quotes.
  static func multiline(_ pieces: [String], width: Int) -> [String] {
    let room = max(width - 2, 16)
    var lines = [""]
    var lastSpace: String.Index?
    for piece in pieces {
      if lines[lines.count - 1].count + piece.count > room {
        var line = lines.removeLast()
        var rest = ""
        if let space = lastSpace {
          rest = String(line[line.index(after: space)...])
          line = String(line[...space])
        }
        lines += [line + "\\", rest]
        lastSpace = nil
      }
      lines[lines.count - 1] += piece
      let line = lines[lines.count - 1]
      if piece == " " { lastSpace = line.index(before: line.endIndex) }
    }
    if lines.last?.last == " " {
      lines[lines.count - 1] = lines[lines.count - 1].dropLast() + "\\u{20}"
    }
    return ["\"\"\""] + lines + ["\"\"\""]
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\0": "\\0"
    default: isShown(scalar) ? String(scalar) : hexadecimal(scalar)
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  /// Whether a reader sees the character for what it is: no control or format character (bidi marks
  /// among them), no private use, no space but the usual one.
  static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
      false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }
}
