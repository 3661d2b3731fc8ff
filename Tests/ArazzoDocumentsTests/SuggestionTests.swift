import Testing

@testable import ArazzoDocuments

@Suite("A name that is nearly right gets the right one as a suggestion")
struct SuggestionTests {
  @Test(
    "the nearest name",
    arguments: [
      ("stepid", "stepId"), ("STEPID", "stepId"), ("setpId", "stepId"), ("stepIds", "stepId"),
      ("sucessCriteria", "successCriteria"), ("onSucces", "onSuccess"), ("workflow", "workflows"),
      ("paramters", "parameters"), ("inn", "in"), ("é", nil), ("x", nil), ("", nil),
      ("completely", nil), ("stp", nil), ("in", nil), ("paramETRES", "parameters"),
    ] as [(String, String?)])
  func nearest(name: String, expected: String?) {
    let names = [
      "stepId", "successCriteria", "onSuccess", "onFailure", "workflows", "parameters", "in",
    ]
    #expect(Suggestion.nearest(to: name, in: names) == expected)
  }

  @Test("of two that are equally near the first one wins, and one with the same letters before all")
  func ties() {
    #expect(Suggestion.nearest(to: "abcx", in: ["abcd", "abce"]) == "abcd")
    #expect(Suggestion.nearest(to: "ABCD", in: ["abce", "abcd"]) == "abcd")
  }

  @Test("a text of pages is no name")
  func long() {
    let text = String(repeating: "a", count: 100_000)
    #expect(Suggestion.nearest(to: text, in: [text + "b"]) == nil)
  }
}
