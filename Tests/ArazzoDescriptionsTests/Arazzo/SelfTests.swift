import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Where sources are looked for (rule D3)")
struct SelfTests {
  /// What a document asks its loader for, in order.
  private func asked(url: String, own: String?, there: [String]) throws -> [String] {
    var text = Reading.head.replacing("1.0.1", with: "1.1.0").replacing("parcels.yml", with: url)
    if let own { text = text.replacing("info:", with: "$self: \(own)\ninfo:") }
    let reading = try Reading(text + "      - {stepId: a, operationId: b}\n")
    #expect(reading.lines == [])
    let description = try #require(reading.description)
    let loader = MemoryLoader(
      Dictionary(uniqueKeysWithValues: there.map { ($0, "openapi: 3.0.0") }))
    let source = try #require(description.sourceDescriptions.first)
    _ = try? description.load(source, with: loader)
    return loader.loaded
  }

  @Test(
    "A source is seen from '$self'",
    arguments: [
      ("../s/p.yml", "https://a.test/w/x.yml", "https://a.test/s/p.yml"),
      ("p.yml", "https://a.test", "https://a.test/p.yml"),
      ("/p.yml", "https://a.test/w/x.yml?v=/1", "https://a.test/p.yml"),
      ("//b.test/p.yml", "https://a.test/w/x.yml", "https://b.test/p.yml"),
      ("p.yml", "file:///w/x.yml", "file:///w/p.yml"),
      ("../s/p.yml", "w/x.yml", "s/p.yml"),
      ("https://b.test/p.yml", "https://a.test/x.yml", "https://b.test/p.yml"),
    ])
  func resolved(url: String, own: String, expected: String) throws {
    #expect(try asked(url: url, own: own, there: [expected]) == [expected])
  }

  @Test("d3_withAnAbsoluteSelfASourceIsLookedForBesideTheDocumentAsWell")
  func beside() throws {
    #expect(
      try asked(url: "p.yml", own: "https://a.test/w/x.yml", there: ["p.yml"])
        == ["https://a.test/w/p.yml", "p.yml"])
    #expect(try asked(url: "p.yml", own: nil, there: ["p.yml"]) == ["p.yml"])
  }

  @Test("'$self' has no fragment")
  func fragment() throws {
    let text = Reading.head.replacing("info:", with: "$self: a.yml#/x\ninfo:")
    let reading = try Reading(text + "      - {stepId: a, operationId: b}\n")
    #expect(
      reading.lines.first
        == "2:8: error: '$self' must be a URI without a fragment, found 'a.yml#/x'")
  }
}
