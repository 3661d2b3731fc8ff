/// A document's text as comments that it can't end.
enum CommentText {
  /// Lines without control and format characters, no blank ones at the ends and never two together.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: isBreak) {
      let shown = String(String.UnicodeScalarView(line.unicodeScalars.compactMap(shown)))
      let line = shown.trimmedAtEnd
      if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The first paragraph, on one line.
  static func firstParagraph(_ text: String) -> String {
    lines(text).prefix { !$0.isEmpty }.map(trimmed).joined(separator: " ")
  }

  /// The whole text on one line.
  static func oneLine(_ text: String) -> String {
    lines(text).filter { !$0.isEmpty }.map(trimmed).joined(separator: " ")
  }

  /// Broken at spaces; a longer word stays whole.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// A documentation comment: the text's own lines, the long ones wrapped under their own indent.
  static func documentation(_ text: String, width: Int) -> [String] {
    lines(text).flatMap { line -> [String] in
      guard line.count + 4 > width else { return [line.isEmpty ? "///" : "/// " + line] }
      let indent = String(line.prefix { $0 == " " })
      return wrapped(line, width: width - 4 - indent.count).map { "/// " + indent + $0 }
    }
  }

  private static func trimmed(_ line: String) -> String { String(line.drop { $0 == " " }) }

  private static func isBreak(_ character: Character) -> Bool {
    character.isNewline
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

extension StringProtocol {
  fileprivate var trimmedAtEnd: String {
    var text = Substring(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
