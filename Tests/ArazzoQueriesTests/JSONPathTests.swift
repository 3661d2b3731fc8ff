@_spi(Generated) import ArazzoRuntime
import Testing

@_spi(Generated) @testable import ArazzoQueries

@Suite("JSONPath queries") struct JSONPathTests {
  private let runs: JSONValue = [
    "runs": [
      ["id": "a", "state": "ok", "cost": 3], ["id": "b", "state": "failed", "cost": 7],
      ["id": "c", "state": "ok"],
    ],
    "limit": 5,
  ]

  @Test("What is built reads like the query")
  func construction() {
    let path = JSONPath(
      "runs", .filter(.all(.equal(.node("state"), "ok"), .exists(.node("cost")))), "id")
    #expect(path.nodes(in: runs).values == ["a"])
    let expensive = JSONPath("runs", .filter(.greater(.node("cost"), .root("limit"))), "id")
    #expect(expensive.nodes(in: runs).values == ["b"])
    let matching = JSONPath(
      "runs", .filter(.match(.node("state"), RegexPattern("f", .oneOrMore(.any)))))
    #expect(matching.finds(in: runs))
  }

  @Test("c4_trueWhenANodeIsFound")
  func c4() {
    #expect(JSONPath("runs", 2).finds(in: runs))
    #expect(!JSONPath("runs", 3).finds(in: runs))
    #expect(!JSONPath().finds(in: nil))
  }

  @Test("c6_whatAnAPIReturnedCannotChangeAQuery")
  func c6() {
    for text in ["' || true || '", "x' || @.id == 'a", "\\", "$..*"] {
      #expect(!JSONPath("runs", .filter(.equal(.node("id"), .given(text)))).finds(in: runs))
      #expect(
        !JSONPath("runs", .filter(.search(.node("id"), RegexPattern(.text(text))))).finds(in: runs))
      #expect(!JSONPath(.child(text)).finds(in: runs))
    }
    #expect(JSONPath("runs", .child(1), .child("id")).nodes(in: runs).values == ["b"])
  }

  @Test("c6_aMissingValueMakesTheCriterionFalse")
  func c6Missing() {
    let none: String? = nil
    #expect(!JSONPath("runs", .filter(.not(.equal(.node("id"), .given(none))))).finds(in: runs))
    #expect(
      !JSONPath("runs", .filter(.not(.search(.node("id"), RegexPattern(.text(none)))))).finds(
        in: runs))
    #expect(!JSONPath(.child(none)).finds(in: runs))
    #expect(!JSONPath(.filter(.any(.exists(.node(.child(none))), .equal(1, 1)))).finds(in: runs))
  }

  @Test("p5_aFilterIsTriedOnTheObjectItself")
  func p5() {
    let path = JSONPath(.filter(.equal(.node("status"), "ok")))
    #expect(path.finds(in: ["status": "ok"]))
    #expect(path.finds(in: [["status": "ok"]]))
    #expect(path.finds(in: ["a": ["status": "ok"]]))
    #expect(!path.finds(in: ["status": "failed"]))
    #expect(!path.finds(in: "ok"))
    #expect(path.nodes(in: ["status": "ok"]).isEmpty, "only a criterion does that")
    let pets = JSONPath(.filter(.greater(.count(of: .node("pets", .each)), 0)))
    #expect(pets.finds(in: ["pets": [1]]))
    #expect(!pets.finds(in: ["pets": []]))
  }

  @Test("Where nodes stand is told in the order in which they are found, each once")
  func places() {
    let path = JSONPath("runs", .filter(.equal(.node("state"), "ok")), .either("id", "a/b"))
    #expect(path.pointers(in: runs).map(\.description) == ["/runs/0/id", "/runs/2/id"])
    let everything = JSONPath(.anywhere, .either(-1, .slice(start: 1), "e\u{301}", "é", "é", .each))
    #expect(
      everything.pointers(in: [[1, 2], ["é": 3]]).map(\.description)
        == ["/1", "/0", "/0/1", "/0/0", "/1/é"])
    #expect(JSONPath().pointers(in: 1) == [""])
    #expect(JSONPath("none").pointers(in: runs).isEmpty)
    #expect(JSONPath(.either("runs", .child(nil as String?))).pointers(in: runs).isEmpty)
  }
}
