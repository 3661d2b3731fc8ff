import Testing

@testable import ArazzoDocuments

@Suite("JSON is read to the letter of RFC 8259")
struct JSONReaderTests {
  private func readJSON(_ text: String) throws(DocumentError) -> Node {
    try DocumentReader.readJSON(SourceText(name: "a.json", text: text))
  }

  @Test(
    "a text has one meaning",
    arguments: [
      (#"{"a": [1, -0.50e+2, true, false, null, "x"]}"#, #"{a:[1,-0.50e+2,true,false,null,"x"]}"#),
      (#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00""#, "\"\"\\/\u{8}\u{c}\n\r\té😀\""),
      ("12345678901234567890.10", "12345678901234567890.10"), (" [ ] ", "[]"), ("{}", "{}"),
      ("\"\u{7F}\u{2028}\"", "\"\u{7F}\u{2028}\""), (#"{"": 1}"#, "{:1}"),
    ])
  func meaning(text: String, expected: String) throws {
    #expect(try readJSON(text).outline == expected)
  }

  @Test(
    "what is not JSON is an error at its place",
    arguments: [
      (#"{"a" 1}"#, 1, 6, "expected ':' after the key 'a'"), (#"{"a": 1 "b"}"#, 1, 9, "'}'"),
      ("[1 2]", 1, 4, "']'"), ("[1,]", 1, 4, "expected a value"), ("[01]", 1, 3, "leading zeros"),
      (#"{"a": 1,}"#, 1, 9, "a key in double quotes"), ("{a: 1}", 1, 2, "a key in double quotes"),
      ("[1.]", 1, 4, "a digit"), ("[-]", 1, 3, "a digit"), ("[+1]", 1, 2, "expected a value"),
      (#"["x"#, 1, 4, "not closed"), ("[\"a\tb\"]", 1, 4, "'\\t' must be escaped in a string"),
      (#"["\q"]"#, 1, 4, "isn't an escape sequence in JSON"), (#"["\u12g4"]"#, 1, 7, "hexadecimal"),
      (#"["\ud800"]"#, 1, 3, "half of a surrogate pair"),
      (#"["\udc00\ud800"]"#, 1, 3, "half of a surrogate pair"),
      (#"["\ud800\u0041"]"#, 1, 3, "half of a surrogate pair"), ("[True]", 1, 2, "'True' is not"),
      ("{}\n x", 2, 2, "after the end of the document"), ("[", 1, 2, "the end of the file"),
      ("", 1, 1, "a value"),
      ("[\"é\",\n\"😀\" x]", 2, 5, "found 'x'"),
    ])
  func broken(text: String, line: Int, column: Int, words: String) throws {
    let error = try #require(throws: DocumentError.self) { try readJSON(text) }
    #expect(error.diagnostic.message.contains(words))
    #expect(error.diagnostic.location?.line == line)
    #expect(error.diagnostic.location?.column == column)
  }

  @Test("a wrong casing gets the right one as a suggestion")
  func casing() throws {
    let error = try #require(throws: DocumentError.self) { try readJSON("[True]") }
    #expect(error.diagnostic.suggestion == "write true")
  }

  @Test("a text in braces that is no JSON may be YAML")
  func flowMapping() throws {
    #expect(try read("{a: 1, b: [x]}").outline == #"{a:1,b:["x"]}"#)
    #expect(try read("[a, 'b']").outline == #"["a","b"]"#)
  }

  @Test("a text that is neither gets the error of what it looks like")
  func whichError() {
    #expect(problem(#"{"a" 1}"#)?.message.contains("after the key 'a'") == true)
    #expect(problem("{\n  \"a\" 1}")?.message.contains("after the key 'a'") == true)
    #expect(problem("{a: 1", name: "a.json")?.message.contains("a key in double quotes") == true)
    #expect(problem("{a: 1")?.message.contains("expected ',' or '}'") == true)
  }

  @Test("a .json file that only YAML can read is read with a remark")
  func yamlInDisguise() throws {
    var remarks: [Diagnostic] = []
    for name in ["a.json", "a.yaml"] {
      let node = try DocumentReader.read(Array("{\"a\": [1, 2,]}".utf8), name: name) {
        remarks.append($0)
      }
      #expect(node.outline == "{a:[1,2]}")
    }
    #expect(remarks.map(\.severity) == [.warning])
    #expect(remarks.first?.message.hasPrefix("this isn't valid JSON; reading it as YAML: ") == true)
    #expect(remarks.first?.location?.column == 13)
  }
}
