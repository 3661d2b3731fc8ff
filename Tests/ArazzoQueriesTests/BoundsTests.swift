import ArazzoExpressions
import ArazzoRuntime
import Testing

@testable import ArazzoQueries

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
    #expect(!(try Pattern(ParsedPattern.parse(pattern)).finds(in: text)))
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

  @Test("A deep value is searched without recursion")
  func depth() throws {
    let text = String(repeating: "[", count: 500) + "7" + String(repeating: "]", count: 500)
    let value = try JSONValue(parsing: text)
    #expect(JSONPath(.anywhere, .filter(.equal(.node(), 7))).nodes(in: value).values == [7])
  }
}
