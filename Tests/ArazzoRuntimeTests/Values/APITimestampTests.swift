import Foundation
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Points in time")
struct APITimestampTests {
  @Test(
    "A text is the date that RFC 3339 says",
    arguments: [
      ("2026-01-01T00:00:00Z", 1_767_225_600), ("2026-01-01t00:00:00z", 1_767_225_600),
      ("2026-01-01T01:30:00+01:30", 1_767_225_600), ("2025-12-31T19:00:00-05:00", 1_767_225_600),
      ("2026-01-01T00:00:00.250Z", 1_767_225_600.25),
      ("2026-01-01T00:00:00.25+00:00", 1_767_225_600.25),
      ("2025-12-31T23:59:60Z", 1_767_225_600), ("2026-01-01T00:59:60.5+01:00", 1_767_225_600.5),
      ("2026-01-01T22:00:00.1250000000000000000000000000+22:00", 1_767_225_600.125),
      ("0000-02-29T00:00:00Z", -62_162_121_600), ("1969-12-31T23:59:59Z", -1),
      ("2000-02-29T23:59:59-23:59", 951_955_139),
    ])
  func dates(text: String, seconds: Double) {
    #expect(APITimestamp(text).date == Date(timeIntervalSince1970: seconds))
  }

  @Test(
    "Any other text is no date, and is kept",
    arguments: [
      "", "soon", "2026-01-01", "2026-02-30T00:00:00Z", "1767225600", "2026-01-01T00:00:00Zgarbage",
      "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
      "2026-01-01T23:59:61Z", "2026-01-01T00:00:00+0200", "2026-01-01T00:00:00+24:00",
      "2026-01-01T00:00:00+02:60", "2026-01-01T00:00:00", "2026-01-01T00:00:00.Z",
      "2026-01-01 00:00:00Z", "2026-1-01T00:00:00Z", "2026-01-01T0:00:00Z",
      "2026-01-01T00:00Z", "+2026-01-01T00:00:00Z", "２026-01-01T00:00:00Z",
      "2026-01-01T00:00:00Z\u{301}",
    ])
  func noDates(text: String) throws {
    let timestamp = try #require(APITimestamp(lossless: .string(text)))
    #expect(timestamp.date == nil)
    #expect(timestamp.jsonValue == .string(text))
  }

  @Test("A date is written in UTC, its fraction where it has one")
  func writing() {
    #expect(APITimestamp(Date(timeIntervalSince1970: 0)).text == "1970-01-01T00:00:00Z")
    #expect(APITimestamp(Date(timeIntervalSince1970: 0.5)).text == "1970-01-01T00:00:00.500Z")
  }

  @Test("Coders read and write the text")
  func coding() throws {
    let data = Data(#"["2026-01-01T00:00:00+02:00"]"#.utf8)
    let read = try JSONDecoder().decode([APITimestamp].self, from: data)
    #expect(read == ["2026-01-01T00:00:00+02:00"])
    #expect(try JSONDecoder().decode([APITimestamp].self, from: JSONEncoder().encode(read)) == read)
  }
}
