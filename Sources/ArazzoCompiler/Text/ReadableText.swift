/// The text of a document for a reader who sees no control characters.
package enum ReadableText {
  /// Lines without control and format characters, no blank ones at the ends and never two together.
  package static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.textLines {
      let line = shown(line)
      if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The lines as one text; `nil` if there is none.
  static func text(_ text: String) -> String? {
    let lines = lines(text)
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// The whole text on one line.
  package static func oneLine(_ text: String) -> String {
    lines(text).filter { !$0.isEmpty }.map { $0.drop { $0 == " " } }.joined(separator: " ")
  }

  /// A line without what isn't shown, and without white space at its end.
  private static func shown(_ line: Substring) -> String {
    if line.hasBytes({ (0x20..<0x7F).contains($0) }) {
      return line.last == " " ? line.trimmedAtEnd : String(line)
    }
    return Substring(
      String(String.UnicodeScalarView(line.unicodeScalars.compactMap(shown)))
    ).trimmedAtEnd
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar >= " " && scalar < "\u{7F}" { return scalar }
    return switch scalar.properties.generalCategory {
    case .spaceSeparator: " "
    case .control: scalar == "\t" ? " " : nil
    case .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: nil
    default: scalar
    }
  }
}

extension Substring {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
