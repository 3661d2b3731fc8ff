import ArazzoJSON
import Foundation
import Testing

@Suite("Points in time")
struct TimestampTests {
  @Test(
    "A text is the date that RFC 3339 says",
    arguments: [
      ("2026-01-01T00:00:00Z", 1_767_225_600), ("2026-01-01t00:00:00z", 1_767_225_600),
      ("2026-01-01T01:30:00+01:30", 1_767_225_600), ("2025-12-31T19:00:00-05:00", 1_767_225_600),
      ("2026-01-01T00:00:00.250Z", 1_767_225_600.25),
      ("2026-01-01T00:00:00.25+00:00", 1_767_225_600.25),
    ])
  func dates(text: String, seconds: Double) {
    #expect(Timestamp(text).date == Date(timeIntervalSince1970: seconds))
  }

  @Test(
    "Any other text is no date, and is kept",
    arguments: ["", "soon", "2026-01-01", "2026-02-30T00:00:00Z", "1767225600"])
  func noDates(text: String) throws {
    let timestamp = try #require(Timestamp(lossless: .string(text)))
    #expect(timestamp.date == nil)
    #expect(timestamp.jsonValue == .string(text))
  }

  @Test("A date is written in UTC, its fraction where it has one")
  func writing() {
    #expect(Timestamp(Date(timeIntervalSince1970: 0)).text == "1970-01-01T00:00:00Z")
    #expect(Timestamp(Date(timeIntervalSince1970: 0.5)).text == "1970-01-01T00:00:00.500Z")
  }

  @Test("Coders read and write the text")
  func coding() throws {
    let data = Data(#"["2026-01-01T00:00:00+02:00"]"#.utf8)
    let read = try JSONDecoder().decode([Timestamp].self, from: data)
    #expect(read == ["2026-01-01T00:00:00+02:00"])
    #expect(try JSONDecoder().decode([Timestamp].self, from: JSONEncoder().encode(read)) == read)
  }
}
