import Testing

@testable import ArazzoSwiftEmitter

@Suite("Text of a document never becomes code")
struct LiteralTests {
  @Test(
    "A string literal escapes what would end it, and what a reader can't see",
    arguments: [
      ("plain", #""plain""#), ("a\"b", #""a\"b""#), ("a\"b\"", ##"#"a"b""#"##),
      ("\\(x)", #""\\(x)""#), ("\\(x)\\", ##"#"\(x)\"#"##),
      ("a\nb", #""a\nb""#), ("\"", #""\"""#), ("\"\"a", #""\"\"a""#), ("\\a\"#b", ##""\\a\"#b""##),
      ("\\a\\#(x)", ##""\\a\\#(x)""##), ("a\"\"#\u{1F3FB}b", "\"a\\\"\\\"#\u{1F3FB}b\""),
      ("a\"\n", #""a\"\n""#), ("\"\\", #""\"\\""#),
      ("\0\r\t", #""\0\r\t""#), ("\u{202E}x", #""\u{202E}x""#), ("é", #""é""#),
      ("e\u{301}", #""e\u{301}""#), ("\u{A0}", #""\u{A0}""#), ("\u{2028}", #""\u{2028}""#),
    ])
  func string(value: String, literal: String) {
    #expect(SwiftLiteral.string(value) == literal)
  }

  @Test("A literal that does not fit goes over several lines that are joined")
  func multiline() {
    let lines = SwiftLiteral.multiline(
      SwiftLiteral.pieces("one two three four five six "), width: 18)
    #expect(lines == ["\"\"\"", "one two three \\", "four five six\\u{20}", "\"\"\""])
  }

  @Test("A literal over several lines has those of the text")
  func linesOfTheText() {
    let lines = SwiftLiteral.multiline(
      SwiftLiteral.pieces("query {\n  id \n\n  a name that is too long\n}\n"), width: 18)
    #expect(
      lines == [
        "\"\"\"", "query {", "  id\\u{20}", "", "  a name that \\", "is too long", "}", "",
        "\"\"\"",
      ])
  }

  @Test("A comment has no line that the text could end, and no character that hides")
  func comments() {
    let lines = CommentText.documentation(
      "a */\r\nlet x = 1\u{2028}\u{202E}b\u{0}\n\n\nc", width: 80)
    #expect(lines == ["/// a */", "/// let x = 1", "/// b", "///", "/// c"])
  }

  @Test("Only the first paragraph stands above a step")
  func paragraph() {
    #expect(CommentText.firstParagraph("One\ntwo.\n\nThree.") == "One two.")
  }
}

@Suite("Layout")
struct LayoutTests {
  private let long: [Layout] = (1...6).map { .text("argumentNumber\($0): value") }

  @Test("A call breaks after the parenthesis first, then at each argument")
  func calls() {
    #expect(LayoutRenderer.render(.call("f", ["a", "b"])) == "f(a, b)")
    #expect(lines(of: .call("functionWithALongName", Array(long.prefix(4)))).count == 2)
    #expect(lines(of: .call("f", long)).count == 7)
  }

  @Test("A declaration breaks where the beginning of what follows does not fit")
  func declarations() {
    let name = "let " + String(repeating: "n", count: 40)
    let type = String(repeating: "T", count: 40)
    let call = Layout.call("response.required", ["somewhere"])
    let long = Layout.call(.text(String(repeating: "f", count: 60)), ["somewhere"])
    let declarations: [(type: [String], value: Layout?, lines: [String])] = [
      (["T"], call, ["\(name): T = response.required(somewhere)"]),
      (
        [String(type.dropLast(12))], call,
        ["\(name): \(type.dropLast(12)) = response.required(", "  somewhere)"]
      ),
      ([type], call, ["\(name): \(type) =", "  response.required(somewhere)"]),
      ([type, type], nil, ["\(name):", "  \(type).\(type)"]),
      ([type, type], "x", ["\(name):", "  \(type).\(type) = x"]),
      ([type, type], long, ["\(name):", "  \(type).\(type) =", "    \(long.flat)"]),
      ([type + type, type], nil, ["\(name):", "  \(type)\(type)", "    .\(type)"]),
    ]
    for (type, value, lines) in declarations {
      #expect(self.lines(of: .declaration(name, .qualified(type), value: value)) == lines)
    }
  }

  @Test("The type of a parameter breaks before one after its name does")
  func parameters() {
    let type = String(repeating: "T", count: 40)
    let parameters = Layout.call(
      "f", [.parameter("a", .qualified([type, type + type]), value: "nil"), .parameter("b", "B")])
    #expect(
      lines(of: parameters) == ["f(", "  a: \(type)", "    .\(type)\(type) = nil,", "  b: B)"])
  }

  @Test("An argument breaks after its label where the value does not fit beside it")
  func labels() {
    let name = String(repeating: "n", count: 60)
    let call = Layout.call("f", [.labelled(name, .text(name)), .labelled("a", ["[", "b", "]"])])
    #expect(lines(of: call) == ["f(", "  \(name):", "    \(name),", "  a: [b])"])
  }

  private func lines(of layout: Layout) -> [String] {
    LayoutRenderer.render(layout).split(separator: "\n").map(String.init)
  }

  @Test("A blank line has no white space, wherever it stands")
  func blankLines() {
    let block = Layout.block("{", [.joined(["a", "b"], by: .blankLine)])
    #expect(LayoutRenderer.render(block) == "{\n  a\n\n  b\n}")
  }

  @Test("A layout breaks where it stands in a template: on its line, under the line's indent")
  func marks() {
    var marks = LayoutMarks()
    let call = marks.marked(Layout.arguments(long))
    let comment = marks.marked(Layout.documentation("One.\n\nTwo."))
    let text = LayoutRenderer.render(marks.layout("{\n  \(comment)\n  f(\(call))\n}\n"))
    #expect(text.hasPrefix("{\n  /// One.\n  ///\n  /// Two.\n  f(\n    argumentNumber1: value,\n"))
    #expect(text.hasSuffix("    argumentNumber6: value)\n}"))
  }

  @Test("A collection that breaks has a comma after its last element, unless it is the only one")
  func collections() {
    #expect(LayoutRenderer.render(.array(long)).hasSuffix("value,\n]"))
    let word = Layout.string(String(repeating: "word ", count: 30))
    #expect(!LayoutRenderer.render(.array([word])).contains(","))
  }

  @Test("The name of a member stays on one line, however long its value is")
  func members() {
    let text = Layout.string(String(repeating: "word ", count: 30))
    let members = Layout.dictionary([("name", "value"), ("description", text)])
    let lines = LayoutRenderer.render(members).split(separator: "\n")
    #expect(lines[2] == "  \"description\": \"\"\"")
  }
}
