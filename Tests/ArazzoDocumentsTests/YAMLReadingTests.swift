import Testing

@testable import ArazzoDocuments

@Suite("A YAML document becomes the tree that its author meant")
struct YAMLReadingTests {
  @Test(
    "a text has one meaning",
    arguments: [
      ("a: 1\nb: [x, {y: z}]", #"{a:1,b:["x",{y:"z"}]}"#),
      ("a: 1\r\nb:\r\n  - x\r\n", #"{a:1,b:["x"]}"#),
      ("a: >\n  one\n  two\n\n  three\n", #"{a:"one two\#nthree\#n"}"#),
      ("a: |-\n  one\n   two\n", #"{a:"one\#n two"}"#),
      ("a: one\n  two\n", #"{a:"one two"}"#),
      ("a: \"x\\n\\u00e9\\x41\"", #"{a:"x\#néA"}"#),
      ("a: 'it''s'", #"{a:"it's"}"#),
      ("200: x\ntrue: y\nnull: z\n1.0: w\non: v", #"{200:"x",true:"y",null:"z",1.0:"w",on:"v"}"#),
      ("'200': x\n0x10: y", #"{200:"x",0x10:"y"}"#),
      ("{\"a\": [1, 2,], b: c}", #"{a:[1,2],b:"c"}"#),
      ("[]", "[]"), ("{}", "{}"), ("text", "\"text\""),
      ("%YAML 1.2\n---\na: 1\n...\n", "{a:1}"),
      ("# comment\na: b # more\n", #"{a:"b"}"#),
      ("a: x#y", #"{a:"x#y"}"#),
      ("$ref: '#/a'\nurl: http://x/y", ##"{$ref:"#/a",url:"http://x/y"}"##),
      ("a: \u{FFFD}😀", "{a:\"\u{FFFD}😀\"}"),
    ])
  func meaning(text: String, expected: String) throws {
    #expect(try read(text).outline == expected)
  }

  @Test("U+0085, U+2028 and U+2029 are characters and no line breaks")
  func unicodeLineBreaks() throws {
    let node = try read("a: x\u{2028} y\u{85}z\nb: \u{E000}\u{2029}\nc: 1")
    #expect(node["a"]?.string == "x\u{2028} y\u{85}z")
    #expect(node["b"]?.string == "\u{E000}\u{2029}")
    #expect(node["c"]?.location.line == 3)
  }

  @Test("a member can be had by its key in a mapping of any size", arguments: [1, 8, 9, 100])
  func members(count: Int) throws {
    let text = (0..<count).map { "k\($0): \($0)\n" }.joined()
    let mapping = try #require(try read(text).mapping)
    #expect(mapping.members.map(\.key.value) == (0..<count).map { "k\($0)" })
    #expect(mapping["k\(count - 1)"]?.number == "\(count - 1)")
    #expect(mapping["k\(count)"] == nil)
  }
}
