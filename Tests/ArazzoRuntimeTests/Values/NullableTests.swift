import Foundation
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("A value or null (rule V10)")
struct NullableTests {
  private struct Note: Codable, Hashable {
    var text: Nullable<String>
    var size: Nullable<Int>?
    var places: [Nullable<URL>] = []
    var marks: [String: Nullable<Bool>] = [:]
  }

  @Test("Literals are values")
  func literals() {
    let note = Note(text: "a\(1)", size: 3, places: [.null], marks: ["new": true])
    #expect(note.text.value == "a1" && note.size?.value == 3)
    #expect(Nullable<Double>(1.5) == 1.5 && Nullable<Int>(nil) == .null)
    #expect(note.size?.map { $0 + 1 } == 4)
  }

  @Test(
    "Null, missing and a value are read and written as what they are",
    arguments: [
      (#"{"marks":{},"places":[],"text":null}"#, Note(text: .null)),
      (#"{"marks":{},"places":[],"size":null,"text":"a"}"#, Note(text: "a", size: .null)),
      (
        #"{"marks":{"new":null},"places":[null,"a:b"],"size":2,"text":"a"}"#,
        Note(
          text: "a", size: 2, places: [.null, Nullable(URL(string: "a:b"))], marks: ["new": .null])
      ),
    ])
  private func coding(text: String, note: Note) throws {
    #expect(try JSONDecoder().decode(Note.self, from: Data(text.utf8)) == note)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(note), as: UTF8.self) == text)
  }

  @Test("What is required is not null where it is missing")
  func required() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Note.self, from: Data(#"{"marks": {}, "places": []}"#.utf8))
    }
  }

  @Test("As JSON it is null or the value, converted as the value is")
  func json() {
    #expect(JSONValue(Nullable<Int>.null) == .null && JSONValue(Nullable<Int>.value(3)) == 3)
    #expect(JSONValue(Nullable<Int>?.none) == nil)
    #expect(Nullable<Int>(lossless: "12") == 12 && Nullable<Int>(lossless: .null) == .null)
    #expect(Nullable<Int>(lossless: "x") == nil)
    #expect(Nullable<Int>.expected.hasSuffix(" or null"))
    #expect(Nullable<Secret>("a").isSecret && !Nullable<Secret>.null.isSecret)
  }

  @Test("In a text it reads null, and in a condition it equals only null")
  func reading() {
    let null = Nullable<String>.null
    #expect(TemplateText("a ", null)?.string == "a null")
    #expect(LooseComparison.equal(null, JSONValue.null) && !LooseComparison.equal(null, "null"))
    #expect(!LooseComparison.isTrue(null) && LooseComparison.isTrue(Nullable<Bool>.value(true)))
  }
}
