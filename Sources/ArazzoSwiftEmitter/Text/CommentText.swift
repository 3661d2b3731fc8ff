import ArazzoCompiler

/// A document's text as comments that it can't end.
enum CommentText {
  /// The first paragraph, on one line.
  static func firstParagraph(_ text: String) -> String {
    ReadableText.oneLine(
      ReadableText.lines(text).prefix { !$0.isEmpty }.joined(separator: "\n"))
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
    ReadableText.lines(text).flatMap { line -> [String] in
      guard line.width + 4 > width else { return [line.isEmpty ? "///" : "/// " + line] }
      let indent = String(line.prefix { $0 == " " })
      return wrapped(line, width: width - 4 - indent.count).map { "/// " + indent + $0 }
    }
  }
}
