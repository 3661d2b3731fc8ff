import Testing

@testable import ArazzoDocuments

@Suite("What is found about a document is kept in order")
struct DiagnosticsTests {
  private let source = SourceText(name: "a.yaml", text: "")

  @Test("errors are counted and warnings are not")
  func counting() {
    let diagnostics = Diagnostics()
    diagnostics.error("one", at: nil)
    diagnostics.warning("two", at: nil)
    diagnostics.add(Diagnostic(.note, "three", at: nil))
    #expect(diagnostics.all.count { $0.severity == .error } == 1)
    #expect(diagnostics.all.map(\.message) == ["one", "two", "three"])
  }

  @Test("a dialect is said once, at its first place, with the number of places")
  func dialects() {
    let diagnostics = Diagnostics()
    for line in 2...4 {
      diagnostics.dialect(
        .p02DottedReference, at: Location(source, line: line, column: 1),
        specSpelling: "write \(line)")
    }
    diagnostics.dialect(
      .p01UnbracedExpression, at: Location(source, line: 9, column: 1), specSpelling: "brace it")
    #expect(diagnostics.all.isEmpty)
    diagnostics.finishDialects()
    diagnostics.finishDialects()
    #expect(diagnostics.all.map(\.severity) == [.warning, .warning])
    #expect(diagnostics.all.map(\.location?.line) == [9, 2])
    #expect(diagnostics.all.map(\.suggestion) == ["brace it", "write 2"])
    #expect(diagnostics.all[0].message == Dialect.p01UnbracedExpression.summary)
    #expect(diagnostics.all[1].message.hasSuffix("(3 places; this is the first)"))
  }

  @Test("a dialect is an error where the document has to keep to the specification")
  func strict() {
    let diagnostics = Diagnostics(strict: true)
    diagnostics.dialect(
      .p06JSONLiteral, at: Location(source, line: 1, column: 1), specSpelling: "leave it out")
    diagnostics.finishDialects()
    #expect(diagnostics.all.count { $0.severity == .error } == 1)
  }

  @Test("warnings of one cause are one, at the first place, with their count")
  func causes() {
    let diagnostics = Diagnostics()
    func place(_ line: Int) -> Location { Location(source, line: line, column: 1) }
    for line in [3, 5, 5, 8] {
      diagnostics.warning("GET /\(line) lists no 200", at: place(line), cause: "status 200")
    }
    diagnostics.warning("GET /9 lists no 201", at: place(9), cause: "status 201")
    #expect(
      diagnostics.all.map(\.message) == [
        "GET /3 lists no 200 (3 places; this is the first)", "GET /9 lists no 201",
      ])
    #expect(diagnostics.all[0].otherPlaces.map(\.line) == [5, 8])
  }

  @Test("a dialect has the mended text of all its places")
  func mendedDialects() throws {
    let diagnostics = Diagnostics()
    let source = SourceText(name: "a.yaml", text: "- one\n- two\n")
    for (line, word) in [(1, "one"), (2, "two")] {
      let place = Location(source, line: line, column: 3)
      diagnostics.dialect(
        .p01UnbracedExpression, at: place, specSpelling: "brace it",
        fix: Fix(at: place, replacing: word, with: "{\(word)}"))
    }
    diagnostics.finishDialects()
    let said = try #require(diagnostics.all.first)
    #expect(said.suggestion == "write '{one}'")
    #expect(said.fix?.applied(to: source) == "- '{one}'\n- '{two}'\n")
  }

  @Test("names and paths stand in a message as they are, a text of pages does not")
  func quoting() {
    let path = "/" + String(repeating: "long-segment/", count: 20)
    #expect(path.quotedForMessage == "'\(path)'")
    let pages = String(repeating: "x", count: 10_000)
    #expect(pages.quotedForMessage.count < 600)
  }
}
