import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Which documents are read")
struct WhichDocumentTests {
  @Test("Versions 1.0 and 1.1 are read", arguments: ["1.0.0", "1.0.1", "1.0.2", "1.1.0"])
  func readVersions(version: String) throws {
    let text =
      Reading.head.replacing("1.0.1", with: version) + "      - {stepId: a, operationId: b}\n"
    let reading = try Reading(text)
    #expect(reading.lines == [])
    #expect(reading.description?.version.value == version)
  }

  @Test(
    "What is no Arazzo description is refused in words that lead on",
    arguments: [
      ("arazzo: 1.2.0", "1:9: error: Arazzo version '1.2.0' isn't supported; 1.0.x and 1.1.x are"),
      ("arazzo: 2.0.0", "1:9: error: Arazzo version '2.0.0' isn't supported; 1.0.x and 1.1.x are"),
      ("arazzo: 2", "1:9: error: 'arazzo' must be the version as a string, found 2"),
      (
        "info: {}\nopenapi: 3.0.3",
        "2:1: error: this is an OpenAPI 3.0.3 document, not an Arazzo description"
      ),
      (
        "swagger: '2.0'",
        "1:1: error: this is a Swagger 2.0 document, not an Arazzo description"
      ),
      (
        "info:\n  _postman_id: 1",
        "2:3: error: this is a Postman collection, not an Arazzo description"
      ),
      (
        "info: {}\narrazo: 1.0.1",
        "2:1: error: this isn't an Arazzo description: it lacks the field 'arazzo'"
      ),
      (
        "- a\n- b",
        "1:1: error: an Arazzo description must be a mapping with a field 'arazzo': found a sequence"
      ),
    ])
  func refusals(text: String, expected: String) throws {
    let reading = try Reading(text)
    #expect(reading.description == nil)
    #expect(reading.lines == [expected])
  }

  @Test("A misspelt 'arazzo' is recognised")
  func misspeltField() throws {
    let reading = try Reading("arrazo: 1.0.1")
    #expect(reading.diagnostics.all.first?.suggestion == "it has 'arrazo'; write arazzo: 1.0.1")
  }

  @Test("Every required field of the document is asked for")
  func requiredFields() throws {
    let reading = try Reading("arazzo: 1.0.1\ninfos: {title: a, version: 1.0.0}\n")
    #expect(
      reading.lines == [
        "2:1: warning: the document: the field 'infos' is unknown and is ignored",
        "1:1: error: the document lacks the required field 'info'",
        "1:1: error: the document lacks the required field 'sourceDescriptions'",
        "1:1: error: the document lacks the required field 'workflows'",
      ])
    #expect(reading.diagnostics.all.first?.suggestion == "write info")
  }

  @Test("Sources and workflows can't be none, nor have a name twice")
  func sources() throws {
    let reading = try Reading(
      """
      arazzo: 1.0.1
      info: {title: Parcels, version: 1}
      sourceDescriptions:
        - {name: a, url: b.yml, type: openap}
        - {name: a, url: c.yml, type: arazzo}
      workflows: []
      """)
    #expect(
      reading.lines == [
        "2:33: warning: 'info': 'version' must be a string, found a number",
        "4:33: error: source description 'a': 'type' must be 'openapi', 'arazzo' or 'asyncapi', "
          + "found 'openap'",
        "5:12: error: source description 'a' is declared twice",
        "6:12: error: 'workflows' must have at least one workflow",
      ])
    #expect(reading.diagnostics.all[2].related.first?.location.line == 4)
  }
}
