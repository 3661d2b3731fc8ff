import Testing

@testable import ArazzoDocuments

@Suite("What is wrong about a document is said in plain words, at its place")
struct YAMLErrorTests {
  @Test(
    "a broken document",
    arguments: [
      ("a:\n\tb: 1", 2, 1, "allow tabs"), ("\ta: 1", 1, 1, "allow tabs"),
      ("a: |\n\tx", 2, 1, "allow tabs"),
      ("a: b: c", 1, 5, "a ':' with a value"), ("a: 1\n b: 2", 2, 3, "a ':' with a value"),
      ("a: @x", 1, 4, "can't start with '@'"), ("a: `x`", 1, 4, "can't start with '`'"),
      ("a:\n  b: 1\n c: 2", 3, 2, "doesn't match the mapping that starts at line 1"),
      ("- 1\nb: 2", 2, 1, "doesn't match the sequence that starts at line 1"),
      ("a: 'b' c", 1, 8, "after the value"), ("a: [b]]", 1, 7, "after the value"),
      ("a: [1, 2\nb: 3", 2, 2, "',' or ']'"), ("{ a", 1, 4, "the end of the file"),
      ("a: 'x\nb: 2\n", 1, 4, "isn't closed"),
      ("a: \"\\q\"", 1, 5, "'\\q' isn't an escape sequence in YAML"),
      ("a: 1\nfoo\nb: 2", 2, 1, "expected ':'"), ("a: - 1", 1, 4, "a '-' with an item"),
      ("a: ]", 1, 4, "found ']'"), ("? [a]\n: 1", 1, 3, "a sequence can't be a key"),
      ("{a: 1}: 2", 1, 1, "a mapping can't be a key"), ("a: é\u{7}", 1, 5, "control character"),
      ("---\na: 1\n---\nb: 2", 3, 1, "a second YAML document"), ("---\n---\n", 1, 1, "empty"),
      ("a: 1\n...\n---\nb", 3, 1, "a second YAML document"),
      ("%YAML 2.0\n---\na", 1, 1, "version of YAML"), ("a: !e!x b", 1, 4, "prefix of this tag"),
    ])
  func broken(text: String, line: Int, column: Int, words: String) throws {
    let found = try #require(problem(text))
    #expect(found.severity == .error)
    #expect(found.message.contains(words))
    #expect(found.location?.line == line)
    #expect(found.location?.column == column)
  }

  @Test(
    "a file without a value is empty",
    arguments: ["", " \n\t\n", "# only this\n", "---\n", "\u{FEFF}", "\r\n"])
  func empty(text: String) {
    #expect(problem(text)?.message == "the file is empty")
    #expect(problem(text, name: "a.json")?.message == "the file is empty")
  }

  @Test(
    "a key that stands twice is shown at both places",
    arguments: ["a: 1\nb: 2\na: 3", "{\"a\": 1,\n\"b\":2,\n\"a\":3}"])
  func duplicate(text: String) throws {
    let found = try #require(problem(text))
    #expect(found.message == "the key 'a' appears twice in this mapping")
    #expect(found.location?.line == 3)
    #expect(found.related.map(\.location.line) == [1])
  }

  @Test("a key that stands twice is found among many, too")
  func duplicateOfMany() throws {
    let text = (0..<50).map { "k\($0): 1\n" }.joined() + "k7: 2\n"
    let found = try #require(problem(text))
    #expect(found.location?.line == 51)
    #expect(found.related.map(\.location.line) == [8])
  }
}
