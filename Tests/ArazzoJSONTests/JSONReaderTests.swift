import ArazzoJSON
import Foundation
import Testing

@Suite("Reading and writing JSON")
struct JSONReaderTests {
  @Test(
    "an error says where and what",
    arguments: [
      ("", "line 1, column 1: found the end of the text instead of a value"),
      ("[1,\n 2,]", "line 2, column 4: found ']' instead of a value"),
      (#"{"a":1,}"#, "line 1, column 8: found '}' instead of the name of a member, in quotes"),
      (#"{"a" 1}"#, "line 1, column 6: found '1' instead of ':'"),
      ("[1 2]", "line 1, column 4: found '2' instead of ',' or ']'"),
      ("01", "line 1, column 2: found '1' instead of the end of the text"),
      ("-x", "line 1, column 2: found 'x' instead of a digit"),
      (#""abc"#, "line 1, column 5: found the end of the text instead of the end of the string"),
      ("\"a\tb\"", "line 1, column 3: a control character inside a string is not escaped"),
      (#""\uD800x""#, "line 1, column 4: half of a surrogate pair stands alone"),
      (#""\uD800\u0041""#, "line 1, column 4: half of a surrogate pair stands alone"),
    ])
  func errors(text: String, message: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    #expect(error?.description == message)
  }

  @Test("bytes that are not UTF-8 are refused, not mended")
  func invalidUTF8() {
    for bytes: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xC0, 0xAF]] {
      #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22] + bytes + [0x22]) }
      #expect(throws: JSONError.self) {
        try JSONValue(parsing: [0x22, 0x5C, 0x6E] + bytes + [0x22])
      }
    }
  }

  @Test(
    "text is written back as compact as can be, in the same order and with the same digits",
    arguments: [
      (#" { "z" : [ 1 , 2.50 , -0 , 1E+2 ] , "a" : { } } "#, #"{"z":[1,2.50,-0,1E+2],"a":{}}"#),
      (#""\u0041\u00e9\ud83d\ude00\/""#, #""Aé😀/""#),
      (#""\b\f\n\r\t\"\\\u0000\u001f""#, #""\b\f\n\r\t\"\\\u0000\u001f""#),
      (#"{"a":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#),
      ("\u{FEFF}[true,false,null]", "[true,false,null]"),
    ])
  func compact(text: String, written: String) throws {
    #expect(try JSONValue(parsing: text).description == written)
  }

  @Test("names that only look alike are different members")
  func canonicallyEquivalentNames() throws {
    let value = try JSONValue(parsing: #"{"\u00e9":1,"e\u0301":2}"#)
    #expect(value["\u{e9}"] == 1 && value["e\u{301}"] == 2)
    #expect(JSONValue.string("\u{e9}") != .string("e\u{301}"))
  }

  @Test("a large object finds, replaces and removes its members")
  func largeObject() {
    var object = JSONObject((0..<1000).map { ("name\($0)", JSONValue($0)) })
    #expect(object["name999"] == 999 && object["name1000"] == nil)
    object["name500"] = nil
    object["name501"] = "x"
    #expect(object.count == 999 && object["name500"] == nil)
    #expect(object["name501"] == "x" && object["name502"] == 502)
    #expect(object.names.first == "name0")
  }

  @Test("objects are equal, and hash equally, whatever their order")
  func orderOfMembers() throws {
    let one = try JSONValue(parsing: #"{"a":[{"x":1,"y":2.0}],"b":null}"#)
    let other = try JSONValue(parsing: #"{"b":null,"a":[{"y":2,"x":1e0}]}"#)
    #expect(one == other && one.hashValue == other.hashValue)
    #expect(one != ["a": [["x": 1, "y": 3]], "b": .null])
  }

  @Test("equivalent names are different members, and their order changes no hash")
  func equivalentNames() throws {
    let one = try JSONValue(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")
    let other = try JSONValue(parsing: "{\"e\u{301}\":2,\"\u{E9}\":1}")
    #expect(one == other && one.hashValue == other.hashValue)
    #expect(Set([one, other]).count == 1)
    #expect(one != (try JSONValue(parsing: "{\"e\u{301}\":1,\"\u{E9}\":2}")))
  }

  @Test("values that are made to look alike are told apart in time")
  func collisions() throws {
    let kinds: [JSONValue] = [.null, 0, [], [:], false, ""]
    let arrays = (0..<7_776).map { number in
      JSONValue.array((0..<5).map { kinds[number / [1, 6, 36, 216, 1296][$0] % 6] })
    }
    #expect(Set(arrays.map(\.hashValue)).count > 7_700)
    let marks = ["\u{301}", "\u{323}"]
    let texts = (0..<64).map { number in
      JSONValue.string("a" + (0..<6).map { marks[number >> $0 & 1] }.joined())
    }
    #expect(Set(texts.map(\.hashValue)).count == 64)
  }

  @Test("no depth of nesting overflows a stack of 512 kB")
  func depth() async throws {
    let tooDeep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try JSONValue(parsing: tooDeep) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: "[[[]]]", maximumDepth: 2) }
    let works = await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: Self.usesDeepValues()) }
      thread.stackSize = 512 * 1024
      thread.start()
    }
    #expect(works)
  }

  private static func usesDeepValues() -> Bool {
    let (start, end) = (
      String(repeating: #"[{"a":"#, count: 256), String(repeating: "}]", count: 256)
    )
    let text = start + "1" + end
    guard let one = try? JSONValue(parsing: text), let other = try? JSONValue(parsing: text) else {
      return false
    }
    return one == other && one.hashValue == other.hashValue && one.description == text
      && (try? JSONEncoder().encode(one)) == nil
      && (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) == nil
  }
}
