import ArazzoRuntime
import Foundation
import Testing

@Suite("Saved states")
struct SavedStateTests {
  private func saved<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  /// A coder has a form of its own for bytes and URLs, which must be the one that is read.
  @Test("a state with bytes, a URL or null is read as it was saved")
  func values() throws {
    let bytes = Place(Data([0, 255]))
    let url = Place(URL(string: "https://api.example.com/a?b"))
    let null = Place(Nullable<Int>.null)
    #expect(try saved(bytes) == bytes)
    #expect(try saved(url) == url)
    #expect(try saved(null) == null)
  }
}
