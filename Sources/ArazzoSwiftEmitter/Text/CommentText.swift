import ArazzoCompiler

/// A document's text as comments that it can't end.
enum CommentText {
  /// Lines without control and format characters, no blank ones at the ends and never two together.
  static func lines(_ text: String) -> [String] { ReadableText.lines(text) }

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
    var lines: [String] = []
    var length = 0
    for word in text.textWords {
      if !lines.isEmpty, length + 1 + word.width <= width {
        lines[lines.count - 1] += " " + word
        length += 1 + word.width
      } else {
        lines.append(String(word))
        length = word.width
      }
    }
    return lines.isEmpty ? [""] : lines
  }

  /// A documentation comment: the text's own lines, the long ones wrapped under their own indent.
  static func documentation(_ text: String, width: Int) -> [String] {
    lines(text).flatMap { line -> [String] in
      guard line.width + 4 > width else { return [line.isEmpty ? "///" : "/// " + line] }
      let indent = String(line.prefix { $0 == " " })
      return wrapped(line, width: width - 4 - indent.count).map { "/// " + indent + $0 }
    }
  }

  private static func trimmed(_ line: String) -> String { String(line.drop { $0 == " " }) }
}
