@_spi(Generated) import ArazzoRuntime
import Testing

@_spi(Generated) @testable import ArazzoQueries

@Suite("p4: a comparison holds when some node satisfies it")
struct JSONNodesTests {
  private let value: JSONValue = [
    "items": [["s": "ok", "n": 1], ["s": "OK", "n": 2.0], ["n": "3"]],
    "none": .null, "word": "héllo", "turns": [[["id": 1], ["id": 2]], [["id": 3]]],
  ]

  private func nodes(_ steps: JSONPath.Step...) -> JSONNodes { JSONPath(steps).nodes(in: value) }

  @Test("p4: with nodes, some node decides, strictly by kind and case")
  func someNode() {
    let statuses = nodes("items", .each, "s")
    #expect(statuses.some(equal: "ok") && statuses.some(equal: "OK") && !statuses.some(equal: "Ok"))
    #expect(statuses.some(notEqual: "ok") && !statuses.some(equal: .null))
    let numbers = nodes("items", .each, "n")
    #expect(numbers.some(equal: 2) && !numbers.some(equal: 3) && numbers.some(equal: "3"))
    #expect(numbers.some(lessThan: 2) && !numbers.some(lessThan: 1))
    #expect(numbers.some(lessOrEqual: 1) && numbers.some(greaterThan: 1))
    #expect(!numbers.some(greaterThan: 2) && numbers.some(greaterOrEqual: 2))
    #expect(!nodes("items", 0, "s").some(notEqual: "ok"))
  }

  @Test("p4: without a node, != a value and == null hold and nothing else")
  func noNode() {
    let nothing = nodes("missing", .each, "s")
    #expect(nothing.isEmpty && nothing.some(notEqual: "ok") && nothing.some(equal: .null))
    #expect(!nothing.some(notEqual: .null) && !nothing.some(equal: "ok"))
    #expect(!nothing.some(lessThan: 1) && !nothing.some(lessOrEqual: .null))
    #expect(!nothing.some(greaterThan: 1) && !nothing.some(greaterOrEqual: 1))
  }

  @Test("p4: a node that is null is null")
  func nullNode() {
    let none = nodes("none")
    #expect(none.some(equal: .null) && !none.some(notEqual: .null) && none.some(notEqual: 1))
    #expect(!none.some(lessThan: 1) && !none.some(lessOrEqual: .null))
  }

  @Test("p4: two paths compare when some node of each does")
  func twoPaths() {
    let (states, none) = (nodes("items", .each, "s"), nodes("missing", .each))
    #expect(states.some(equal: nodes("items", 1, "s")) && !states.some(equal: nodes("word")))
    #expect(states.some(notEqual: none) && none.some(notEqual: states))
    #expect(!none.some(notEqual: none) && !none.some(equal: none) && !states.some(equal: none))
    let numbers = nodes("items", .each, "n")
    #expect(numbers.some(lessThan: numbers) && numbers.some(greaterThan: numbers))
    #expect(!numbers.some(lessThan: nodes("items", 0, "n")) && !states.some(lessThan: numbers))
    #expect(numbers.some(lessOrEqual: nodes("items", 0, "n")))
    #expect(numbers.some(greaterOrEqual: nodes("items", 1, "n")))
  }

  @Test("p4: lengths of arrays, strings and objects")
  func lengths() {
    #expect(nodes("items").lengths.some(equal: 3))
    #expect(nodes("word").lengths.values == [5])
    #expect(nodes("items", .each, "n").lengths.some(equal: 1), "a string has a length")
    #expect(nodes("none").lengths.isEmpty)
    #expect(nodes("items", .each).count.some(equal: 3) && nodes("a", .each).count.some(equal: 0))
  }

  @Test(
    "selectors choose what RFC 9535 says",
    arguments: [
      ([.each], [0, 1, 2, 3, 4]), ([-1], [4]), ([5], []), ([-6], []), (["x"], []),
      ([.slice(start: 1, end: 3)], [1, 2]), ([.slice(end: -3)], [0, 1]),
      ([.slice(step: 2)], [0, 2, 4]), ([.slice(step: -1)], [4, 3, 2, 1, 0]),
      ([.slice(start: 3, end: 0, step: -2)], [3, 1]), ([.slice(step: 0)], []),
      ([.slice(start: -100, end: 100)], [0, 1, 2, 3, 4]), ([.slice(start: 4, end: 2)], []),
      ([.slice(start: .min, end: .max, step: .max)], [0]), ([.slice(step: .min)], [4]),
      ([.index(.min)], []), ([.index(.max)], []),
    ] as [([JSONPath.Step], [JSONValue])])
  func selectors(steps: [JSONPath.Step], found: [JSONValue]) {
    #expect(JSONPath(steps).nodes(in: [0, 1, 2, 3, 4]).values == found)
  }

  @Test("anywhere goes through the value and all inside it, in order")
  func anywhere() {
    #expect(nodes("turns", .anywhere, "id").values == [1, 2, 3])
    #expect(nodes("turns", .each, .each, "id").values == [1, 2, 3])
    #expect(nodes(.anywhere, 0, "id").values == [1, 3])
    #expect(nodes("word", .anywhere).values == ["héllo"])
  }
}
