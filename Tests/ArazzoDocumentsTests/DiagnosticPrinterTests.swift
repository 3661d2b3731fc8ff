import Testing

@testable import ArazzoDocuments

@Suite("A diagnostic is printed with the line that it is about")
struct DiagnosticPrinterTests {
  private func printed(_ text: String, line: Int, column: Int) -> [String] {
    let source = SourceText(name: "a.yaml", text: text)
    let diagnostic = Diagnostic(.error, "wrong", at: Location(source, line: line, column: column))
    return DiagnosticPrinter().text(for: diagnostic).split(separator: "\n").map(String.init)
  }

  @Test("a diagnostic with everything")
  func everything() {
    let source = SourceText(name: "dir/a.yaml", text: "one: 1\ntwo: 2\n")
    let diagnostic = Diagnostic(
      .warning, "no good", at: Location(source, line: 2, column: 6), suggestion: "write 3",
      related: [Diagnostic.Related("see here", at: Location(source, line: 1, column: 1))])
    #expect(
      DiagnosticPrinter().text(for: diagnostic) == """
        dir/a.yaml:2:6: warning: no good
          two: 2
               ^
          help: write 3
        dir/a.yaml:1:1: note: see here

        """)
  }

  @Test("a diagnostic about no file names the command")
  func noFile() {
    let diagnostic = Diagnostic(.error, "can't read it", at: nil)
    #expect(DiagnosticPrinter().text(for: diagnostic) == "arazzo-gen: error: can't read it\n")
  }

  @Test(
    "the caret stands under the character that a terminal shows",
    arguments: [
      ("\ta: x", 2, "      a: x", "      ^"), ("日本: x", 5, "  日本: x", "        ^"),
      ("e\u{301}: x", 5, "  e\u{301}: x", "     ^"), ("a", 2, "  a", "   ^"),
      ("a", 99, "  a", "   ^"),
    ])
  func caret(text: String, column: Int, excerpt: String, caret: String) {
    #expect(printed(text, line: 1, column: column).dropFirst() == [excerpt, caret])
  }

  @Test("a place after the last line has no line to show")
  func afterTheEnd() {
    #expect(printed("a", line: 2, column: 1) == ["a.yaml:2:1: error: wrong"])
  }

  @Test("a document can't command the terminal")
  func escapes() {
    let lines = printed("a: \u{1B}[2J\u{202E}x", line: 1, column: 4)
    #expect(lines[1] == "  a: \\u{1B}[2J\\u{202E}x")
    let source = SourceText(name: "\u{1B}]0;x\u{7}", text: "")
    let diagnostic = Diagnostic(
      .error, "found '\u{1B}[0m'\nand more", at: Location(source, line: 1, column: 1),
      suggestion: "a\rb")
    #expect(diagnostic.message == "found '\\u{1B}[0m'\\nand more")
    let text = DiagnosticPrinter().text(for: diagnostic)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isHiddenControl })
  }

  @Test("a long line is cut around the place", arguments: [1, 60, 500, 999, 1_001])
  func longLine(column: Int) throws {
    let text = String(repeating: "abcdefghij", count: 100)
    let lines = printed(text, line: 1, column: column)
    let (excerpt, caret) = (Array(lines[1]), Array(lines[2]))
    #expect(excerpt.count <= SourceExcerpt.widthLimit + 4)
    #expect(excerpt.count >= SourceExcerpt.widthLimit)
    #expect(caret.last == "^")
    if column <= 1_000 {
      #expect(excerpt[caret.count - 1] == Array("abcdefghij")[(column - 1) % 10])
    }
  }

  @Test("colours are used where they are wanted")
  func colors() {
    let diagnostic = Diagnostic(.error, "wrong", at: nil)
    let text = DiagnosticPrinter(usesColor: true).text(for: diagnostic)
    #expect(text.contains("\u{1B}[1;31merror:\u{1B}[0m"))
  }

  @Test("fifty errors of a document are shown and the rest is counted", arguments: [50, 51, 53])
  func limit(count: Int) {
    let diagnostics = Diagnostics()
    for number in 1...count { diagnostics.error("e\(number)", at: nil) }
    diagnostics.warning("w", at: nil)
    let text = DiagnosticPrinter().text(for: diagnostics.all)
    #expect(text.contains("e50\n"))
    #expect(!text.contains("e51\n"))
    #expect(text.contains("warning: w\n"))
    let more = [51: "… and 1 more error\n", 53: "… and 3 more errors\n"]
    #expect(more[count].map(text.hasSuffix) ?? !text.contains("more"))
  }
}
