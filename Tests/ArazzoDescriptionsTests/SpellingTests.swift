import Testing

@testable import ArazzoDescriptions

@Suite("Guessing what was meant")
struct SpellingTests {
  @Test(
    "A name that is nearly right is found, a name that is not is not",
    arguments: [
      ("paramters", "parameters"), ("operationID", "operationId"), ("steps", nil),
      ("otuputs", "outputs"), ("xyz", nil), ("", nil),
    ] as [(String, String?)])
  func nearest(name: String, expected: String?) {
    let names = ["outputs", "parameters", "operationId", "criteria"]
    #expect(Spelling.nearest(name, among: names) == expected)
  }
}
