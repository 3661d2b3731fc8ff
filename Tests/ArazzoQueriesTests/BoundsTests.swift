import ArazzoExpressions
@_spi(Generated) import ArazzoRuntime
@_spi(Generated) import ParsedQueries
import Testing

@_spi(Generated) @testable import ArazzoQueries

@Suite("No pattern and no query can hang a program") struct BoundsTests {
  @Test(
    "Patterns that make others try for ever",
    .timeLimit(.minutes(5)),
    arguments: [
      "^(a+)+$", "^(a|aa)+$", "^(a|a)*$", "(.*)*x", "(a*)*b", "^(?=(a+)+$).*$", "(?:a?){50}a{50}b",
      "(?=.*x)(?=.*y)a", "(?<=(a+)+)b", "^(?:(?:a*)*)*$", "((a{1,9}){1,9}){1,9}b",
    ])
  func catastrophes(pattern: String) throws {
    let text = String(repeating: "a", count: 20_000) + "!"
    #expect(!(try RegexPattern(ParsedPattern.parse(pattern)).finds(in: text)))
  }

  @Test("A pattern of the run that is too large or too deep has no match", .timeLimit(.minutes(5)))
  func patternsOfTheRun() {
    let deep = String(repeating: "(", count: 9_000) + "a" + String(repeating: ")", count: 9_000)
    let large = "((((a{999}){999}){999}){999}){999}"
    let empty = "((((){9999999}){9999999}){9999999}){9999999}"
    for pattern in [deep, large, empty, "a**", "[", "(", "\\", "a{2,1}", "\\d", "(?=a)", "[b-a]"] {
      let path = JSONPath(.filter(.search(.node(), pattern: .given(pattern))))
      #expect(!path.finds(in: ["a"]), "\(pattern.prefix(40))")
    }
  }

  @Test("A query that multiplies its nodes ends and finds nothing", .timeLimit(.minutes(5)))
  func multiplication() {
    let value = JSONValue.array(Array(repeating: [1, 2, 3, 4, 5, 6, 7, 8], count: 100))
    let steps = Array(
      repeating: JSONPath.Step.either([.anywhere, .anywhere, .anywhere]), count: 40)
    let budget = Budget(10_000_000)
    var search = Search(root: value, budget: budget)
    let nodes = search.nodes(steps, from: value)
    search.budget = budget
    let places = search.places(steps)
    #expect(nodes == nil && places?.count == nil)
    search.budget = budget
    let holds = search.holds(.not(.exists(.root(steps))), at: value)
    #expect(!holds, "what is not known does not hold")
  }

  /// Elements, names and patterns of a response that cost more than their number says.
  private static let costly: [(JSONValue, JSONPath)] = [
    (
      ["a": numbers(20_000), "b": numbers(20_000)],
      JSONPath(.anywhere, .filter(.equal(.root("a"), .root("b"))))
    ),
    (
      .array([nested(200, numbers(1_000))]),
      JSONPath(Array(repeating: [JSONPath.Step.anywhere, .each], count: 12).flatMap(\.self))
    ),
    (
      ["list": names(2_000, "\u{6D3F}"), "pattern": .string("[\(letters)]{40}x")],
      JSONPath("list", .filter(.search(.node("name"), pattern: .root("pattern"))))
    ),
    (
      ["list": names(2_500, "x"), "pattern": .string("(a{400}){100}")],
      JSONPath("list", .filter(.search(.node("name"), pattern: .root("pattern"))))
    ),
    (
      ["list": names(20_000, "x"), "big": .string(String(repeating: "y", count: 200_000))],
      JSONPath("list", .filter(.search(.root("big"), RegexPattern("y"))))
    ),
    (
      ["list": names(20_000, "x"), "big": .string(String(repeating: "y", count: 200_000))],
      JSONPath("list", .filter(.equal(.length(of: .root("big")), 3)))
    ),
  ]

  private static let letters = String(
    String.UnicodeScalarView((0x4E00..<0x7000).compactMap { Unicode.Scalar($0) }))

  private static func numbers(_ count: Int) -> JSONValue {
    .array((0..<count).map { JSONValue($0) })
  }

  private static func names(_ count: Int, _ letter: String) -> JSONValue {
    let name = JSONValue.string(String(repeating: letter, count: 400))
    return .array(Array(repeating: ["name": name], count: count))
  }

  private static func nested(_ depth: Int, _ value: JSONValue) -> JSONValue {
    (0..<depth).reduce(value) { inner, _ in .array([inner]) }
  }

  @Test(
    "What a response makes costly is counted", .timeLimit(.minutes(5)), arguments: costly.indices)
  func costs(index: Int) {
    let (value, path) = Self.costly[index]
    var search = Search(root: value, budget: Budget(20_000_000))
    #expect(search.nodes(path.steps, from: value) == nil, "the budget ends it")
  }

  @Test("A pattern of a response is read once, however many nodes it is for")
  func patternsAreReadOnce() {
    let value: JSONValue = [
      "list": Self.names(3_000, "\u{6D3F}"), "pattern": .string("[\(Self.letters)]"),
    ]
    let path = JSONPath("list", .filter(.search(.node("name"), pattern: .root("pattern"))))
    #expect(path.nodes(in: value).values.count == 3_000)
  }

  @Test("Two lists of nodes compare in time that grows with their lengths")
  func lists() {
    let one = JSONNodes((0..<30_000).map { JSONValue($0) })
    let other = JSONNodes((30_000..<60_000).map { JSONValue($0) })
    #expect(!one.some(equal: other) && one.some(notEqual: other) && one.some(lessThan: other))
    #expect(!one.some(greaterOrEqual: other) && other.some(greaterThan: one))
    #expect(one.some(equal: JSONNodes([29_999])) && !one.some(lessThan: JSONNodes([0])))
    #expect(one.some(lessOrEqual: JSONNodes([0, "a"])) && !one.some(lessThan: JSONNodes(["a"])))
    #expect(!JSONNodes([1, 1.0]).some(notEqual: JSONNodes([1])))
    #expect(JSONNodes().some(notEqual: JSONNodes([1])) && !JSONNodes().some(lessThan: one))
    #expect(JSONNodes().some(equal: JSONNodes([.null])) && !one.some(equal: JSONNodes()))
  }

  @Test("A deep value is searched without recursion")
  func depth() throws {
    let text = String(repeating: "[", count: 500) + "7" + String(repeating: "]", count: 500)
    let value = try JSONValue(parsing: text)
    #expect(JSONPath(.anywhere, .filter(.equal(.node(), 7))).nodes(in: value).values == [7])
  }
}
