import ArazzoJSON
import Testing

@Suite("An output is converted when nothing is lost")
struct JSONDecodableTests {
  @Test("a scalar of another type than promised is taken when it says the same")
  func scalars() throws {
    #expect(Int(lossless: 5.0) == 5 && Int(lossless: "12") == 12)
    #expect(Int(lossless: 5.5) == nil && Int(lossless: "x") == nil && Int(lossless: true) == nil)
    #expect(String(lossless: "a") == "a" && String(lossless: true) == "true")
    let digits = try JSONValue(parsing: "[12.50,123456789012345678901]")
    #expect([String](lossless: digits) == ["12.50", "123456789012345678901"])
    #expect(String(lossless: .null) == nil && String(lossless: [:]) == nil)
    #expect(Double(lossless: 0.1) == 0.1 && Double(lossless: "1.5") == 1.5)
    #expect(Bool(lossless: "true") == true && Bool(lossless: "false") == false)
    #expect(Bool(lossless: 1) == nil && Bool(lossless: "TRUE") == nil)
  }

  @Test("v6: an integer that a double would round is not taken as a double")
  func roundedIntegers() throws {
    #expect(Double(lossless: 9_007_199_254_740_992) == 9_007_199_254_740_992)
    #expect(Double(lossless: 9_007_199_254_740_993) == nil)
  }

  @Test("v6: an integer without a sign keeps all of its 64 bits")
  func unsignedIntegers() throws {
    let digits = try JSONValue(parsing: "18446744073709551615")
    let largest = try #require(UInt64(lossless: digits))
    #expect(largest == .max && largest.jsonValue.description == "18446744073709551615")
    #expect(UInt64(lossless: "18446744073709551615") == .max && UInt64(lossless: 5.0) == 5)
    #expect(UInt64(lossless: -1) == nil && UInt64(lossless: 0.5) == nil)
    #expect(UInt64(lossless: try JSONValue(parsing: "18446744073709551616")) == nil)
    #expect(Int(lossless: digits) == nil)
    #expect(JSONNumber("18446744073709551615") == JSONNumber(UInt64.max))
    #expect(JSONValue(UInt64(7)) == 7 && JSONValue(UInt64(7)).hashValue == JSONValue(7).hashValue)
    #expect(Int.expected == "a 64-bit integer")
    #expect(UInt64.expected == "an unsigned 64-bit integer")
  }

  @Test("arrays and objects are taken when all that is in them is")
  func containers() {
    #expect([Int](lossless: [1, "2", 3.0]) == [1, 2, 3])
    #expect([Int](lossless: [1, .null]) == nil && [Int](lossless: 1) == nil)
    #expect([String: [Int]](lossless: ["a": [1], "b": []]) == ["a": [1], "b": []])
    #expect([String: Int](lossless: ["a": "x"]) == nil)
    #expect(
      [[Int]].expected
        == "an array in which each element is an array in which each element is \(Int.expected)")
  }
}
