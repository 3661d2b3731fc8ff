import Testing

@testable import ArazzoDocuments

@Suite("Every node knows where it stood")
struct LocationTests {
  @Test(
    "a value's place is its first character",
    arguments: [
      ("v: plain", 1, 4, 0), ("v: 'x'", 1, 4, 1), ("v: \"x\"", 1, 4, 1), ("v: 'it''s'", 1, 4, nil),
      ("v: \"a\\tb\"", 1, 4, nil), ("v: \"\\té\"", 1, 4, nil), ("v: one\n  two", 1, 4, nil),
      ("v: |\n  x", 1, 4, nil), ("v: é😀", 1, 4, 0), ("é😀v: 1\nv: x", 2, 4, 0),
      ("v: {a: 1}", 1, 4, nil), ("v:\n  a: 1", 2, 3, nil), ("v: &x\n  a: 1", 2, 3, nil),
      ("v: [1]", 1, 4, nil), ("v:\n- 1", 2, 1, nil), ("v: !!str 12", 1, 10, 0),
      ("v: &x 'y'", 1, 4, nil), ("é: 1\r\nv: x", 2, 4, 0), ("v:   # c\n\n   x", 3, 4, 0),
      ("{\"w\": \"é\", \"v\": \"x\"}", 1, 17, 1), ("{\"v\":\r\n\t\"x\"}", 2, 2, 1),
      ("{\"v\": \"\\/\"}", 1, 7, nil), ("{\r\"v\":\r[]}", 3, 1, nil),
    ] as [(String, Int, Int, Int?)])
  func place(text: String, line: Int, column: Int, inset: Int?) throws {
    let node = try #require(try read(text)["v"])
    #expect(node.location.line == line)
    #expect(node.location.column == column)
    #expect(node.textInset == inset)
  }

  @Test("a key has a place of its own")
  func key() throws {
    let mapping = try #require(try read("a:\n  'b': 1")["a"]?.mapping)
    #expect(mapping.member("b")?.key.location.description == "a.yaml:2:3")
  }

  @Test("an offset into a string is a place in the file where the text stands as it is")
  func offset() throws {
    let node = try read("v: \"$inputs.x\"\nw: \"a\\tb\"")
    #expect(node["v"]?.location(at: 1).column == 6)
    #expect(node["w"]?.location(at: 1).column == 4)
  }

  @Test("a line is found whatever ends it", arguments: ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc"])
  func lines(text: String) {
    let source = SourceText(name: "x", text: text)
    #expect(source.line(2) == "b")
    #expect(source.line(3) == "c")
    #expect(source.line(4) == nil)
    #expect(source.line(0) == nil)
    #expect(source.location(utf8Offset: text.utf8.count).description == "x:3:2")
  }
}
