import ArazzoJSON
import Foundation
import Testing

@Suite("JSON values through other encoders and decoders")
struct JSONCodingTests {
  @Test(
    "a value survives being encoded and decoded",
    arguments: [
      "null", "true", #""text""#, "0", "-9223372036854775808", "9007199254740993",
      "18446744073709551615", "0.1", "12345678901234567890.123", "1e300", "[]", "{}",
      #"{"a":[1,{"b":null,"c":"x"}],"d":false,"aB_c":1}"#,
    ])
  func survives(text: String) throws {
    let value = try JSONValue(parsing: text)
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let decoded = try JSONDecoder().decode(JSONValue.self, from: encoder.encode(value))
    #expect(decoded == value)
  }

  @Test("a value is one member among others of a type")
  func nested() throws {
    struct State: Codable, Equatable {
      var cursor: JSONValue?
      var seen: [JSONValue]
      var number: JSONNumber
      var object: JSONObject
    }
    let state = State(
      cursor: ["page": 2], seen: [1, "x"], number: 7, object: ["b": 1, "a": nil, "c": .null])
    let data = try JSONEncoder().encode(state)
    #expect(try JSONDecoder().decode(State.self, from: data) == state)
  }

  @Test("a property list keeps what it can hold")
  func propertyList() throws {
    let value: JSONValue = ["a": [1, 2.5, "x", true], "b": ["c": 0.1]]
    let data = try PropertyListEncoder().encode(value)
    #expect(try PropertyListDecoder().decode(JSONValue.self, from: data) == value)
  }

  @Test("a number that no encoder can be told is an error, not infinity")
  func hugeNumber() throws {
    let value = try JSONValue(parsing: "[1e999999999]")
    #expect(throws: EncodingError.self) { try JSONEncoder().encode(value) }
  }
}
