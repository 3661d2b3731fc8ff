import ArazzoJSON
import Testing

@Suite("v6: numbers are exact")
struct JSONNumberTests {
  private func number(_ text: String) throws -> JSONNumber { try #require(JSONNumber(text)) }

  @Test(
    "numbers are equal by value, however they are written",
    arguments: [
      ["5", "5.0", "5e0", "50e-1", "0.5E+1"],
      ["0", "-0", "0.0", "0e999999999", "-0.000e-7"],
      ["9007199254740993", "9007199254740993.0", "9.007199254740993e15"],
      ["-9223372036854775808", "-9223372036854775808.00"],
      ["100000000000000000000", "1e20", "1.00e+20"],
      ["0.1", "1e-1", "0.10"],
      ["1e999999999", "10e999999998"],
    ])
  func equal(spellings: [String]) throws {
    let first = try number(spellings[0])
    for spelling in spellings {
      let other = try number(spelling)
      #expect(other == first && other.hashValue == first.hashValue && !(other < first))
      #expect(other.description == spelling, "the digits stay as sent")
    }
  }

  @Test(
    "numbers are ordered by value, digit by digit",
    arguments: [
      [
        "-1e999999999", "-9223372036854775809", "-9223372036854775808", "-1.5", "-1", "-1e-9", "0",
        "1e-999999999", "1e-10", "0.1", "0.10000000000000000000001", "1", "9007199254740992",
        "9007199254740993", "9223372036854775807", "9223372036854775808",
        "9223372036854775808.5", "1e20", "1e999999999",
      ]
    ])
  func ordered(ascending: [String]) throws {
    for (place, text) in ascending.enumerated() {
      for (other, otherText) in ascending.enumerated() {
        #expect(try (number(text) < number(otherText)) == (place < other))
        #expect(try (number(text) == number(otherText)) == (place == other))
      }
    }
  }

  @Test("an integer is asked for exactly or not at all")
  func integers() throws {
    #expect(try number("5.0").int == 5)
    #expect(try number("-9223372036854775808.0").int64 == .min)
    #expect(try number("12e2").int64 == 1200)
    #expect(try number("5.5").int == nil)
    #expect(try number("9223372036854775808").int64 == nil)
    #expect(try number("1e999999999999999999999").int64 == nil)
    #expect(try number("0e999999999999999999999").int64 == 0)
  }

  @Test("an exponent that never ends costs no memory and no time")
  func giantExponents() throws {
    let giant = try number("1e99999999999999999999999999")
    let tiny = try number("1e-99999999999999999999999999")
    #expect(tiny < giant && giant.double == .infinity && tiny.double == 0)
    #expect(Int(lossless: .number(giant)) == nil && Double(lossless: .number(giant)) == nil)
  }

  @Test("a text with anything but one number is no number")
  func notANumber() {
    for text in [
      "", " 5", "5 ", "+5", "05", "5.", ".5", "0x5", "5e", "NaN", "five", "5 5", "\"5\"",
    ] {
      #expect(JSONNumber(text) == nil)
    }
  }

  @Test("a double is written as shortly as it can be, and infinity is no number")
  func doubles() {
    #expect(JSONValue(5.0 as Double).description == "5")
    #expect(JSONValue(0.1 as Double).description == "0.1")
    #expect(JSONValue(1e300 as Double) == (try? JSONValue(parsing: "1e300")))
    #expect(JSONNumber(Double.infinity) == nil && JSONValue(Double.nan) == .null)
  }
}
