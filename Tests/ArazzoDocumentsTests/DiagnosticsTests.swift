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
    #expect(diagnostics.errorCount == 1)
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
    #expect(diagnostics.all[1].message.hasSuffix("(3 places, this is the first)"))
  }

  @Test("a dialect is an error where the document has to keep to the specification")
  func strict() {
    let diagnostics = Diagnostics(strict: true)
    diagnostics.dialect(
      .p06JSONLiteral, at: Location(source, line: 1, column: 1), specSpelling: "leave it out")
    diagnostics.finishDialects()
    #expect(diagnostics.errorCount == 1)
  }
}
