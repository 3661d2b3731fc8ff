import Testing

@testable import ArazzoDocuments

@Suite("A file is UTF-8, or UTF-16 with a byte order mark")
struct EncodingTests {
  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    "\u{FEFF}\(text)".utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }

  @Test("a byte order mark is no text", arguments: ["a: é😀", "{\"a\": \"é😀\"}"])
  func marks(text: String) throws {
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + text.utf8
    for bytes in [marked, utf16(text, isBigEndian: true), utf16(text, isBigEndian: false)] {
      let node = try DocumentReader.read(bytes, name: "a")
      #expect(node["a"]?.string == "é😀")
      #expect(node["a"]?.location.line == 1)
      #expect(node["a"]?.location.column == (text.hasPrefix("{") ? 7 : 4))
    }
  }

  @Test(
    "a byte that belongs to no character is an error at its place",
    arguments: [
      [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x90, 0x80], [0xED, 0xA0, 0x80], [0xC0, 0x80],
      [0xEF, 0xBF], [0x80],
    ] as [[UInt8]])
  func notUTF8(fault: [UInt8]) throws {
    for end in [[], Array("\nb: 2".utf8)] as [[UInt8]] {
      let found = try #require(problem(bytes: Array("é: 1\na: é".utf8) + fault + end))
      #expect(found.message.contains("isn't valid UTF-8"))
      #expect(found.location?.line == 2)
      #expect(found.location?.column == 5)
    }
  }

  @Test("half a character is an error in UTF-16, too")
  func notUTF16() throws {
    let odd = try #require(problem(bytes: utf16("a: 1", isBigEndian: false) + [0]))
    #expect(odd.location?.column == 5)
    let lone = utf16("ab", isBigEndian: true) + [0xD8, 0x00] + [0x00, 0x61]
    #expect(problem(bytes: lone)?.location?.column == 3)
    #expect(problem(bytes: [0xFF, 0xFE, 0x00])?.message.contains("isn't valid UTF-16") == true)
    #expect(problem(bytes: [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0])?.message.contains("UTF-32") == true)
  }
}
