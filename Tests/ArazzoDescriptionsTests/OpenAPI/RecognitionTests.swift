import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Which API descriptions are read")
struct RecognitionTests {
  @Test("OpenAPI 3 is read", arguments: ["3.0.0", "3.0.4", "3.1.1", "3.2.0", "'3.1'"])
  func versions(version: String) throws {
    let description = try api("openapi: \(version)\npaths: {}\n")
    #expect(description.operations.isEmpty)
  }

  @Test(
    "Anything else is refused in words that lead on",
    arguments: [
      (
        "swagger: '1.2'",
        "1:10: error: Swagger version '1.2' isn't supported; 2.0 is, and so are OpenAPI 3.0.x, "
          + "3.1.x and 3.2.x"
      ),
      (
        "openapi: 4.0.0",
        "1:10: error: OpenAPI version '4.0.0' isn't supported; 3.0.x, 3.1.x, 3.2.x and Swagger "
          + "2.0 are"
      ),
      ("arazzo: 1.0.1", "1:1: error: this is an Arazzo description, not an OpenAPI description"),
      (
        "a: 1\nasyncapi: 3.0.0",
        "2:1: error: this is an AsyncAPI document: its channels are not supported yet"
      ),
      (
        "a: 1\nopenapy: 3.0.0",
        "2:1: error: this isn't an OpenAPI description: it lacks the field 'openapi'"
      ),
      ("text", "1:1: error: an OpenAPI description must be a mapping: found a string"),
    ])
  func refusals(text: String, expected: String) throws {
    let error = try #require(throws: DocumentError.self) { try api(text) }
    #expect(error.diagnostic.line == expected)
  }
}
