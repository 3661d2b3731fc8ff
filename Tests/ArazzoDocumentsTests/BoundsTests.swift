import Testing

@testable import ArazzoDocuments

@Suite("No text makes the reader hang, or run out of stack or memory")
struct BoundsTests {
  private static let limit = TreeBuilder.depthLimit

  @Test("nesting is bounded", arguments: ["[", "{a: ", "{\"a\":", "- ", "[{\"a\":"])
  func depth(opening: String) throws {
    let text = String(repeating: opening, count: 100_000)
    let found = try #require(problem(text))
    #expect(found.message.contains("\(Self.limit) levels"))
  }

  @Test("the deepest nesting that is allowed is read")
  func deepest() throws {
    let (open, close) = (
      String(repeating: "[", count: Self.limit), String(repeating: "]", count: Self.limit)
    )
    #expect(try read(open + close).sequence != nil)
    #expect(try read("# YAML\n" + open + close).sequence != nil)
    #expect(problem("[" + open + close + "]") != nil)
    #expect(problem("# YAML\n[" + open + close + "]") != nil)
  }

  @Test("aliases within aliases don't nest deeper than brackets may")
  func depthByAliases() throws {
    let (open, close) = (String(repeating: "[", count: 90), String(repeating: "]", count: 90))
    var text = "a0: &a0 1\n"
    for level in 1...3 { text += "a\(level): &a\(level) \(open)*a\(level - 1)\(close)\n" }
    let found = try #require(problem(text))
    #expect(found.message.contains("\(Self.limit) levels"))
    #expect(found.location?.line == 4)
  }

  @Test("aliases that multiply are an error before they are a problem")
  func bomb() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...20 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(problem(text)?.message.contains("expand to more than") == true)
  }

  @Test("merge keys that multiply are an error, too")
  func mergeBomb() throws {
    var text = "a0: &a0 {k: 1}\n"
    for level in 1...20 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) {<<: [\(aliases)]}\n"
    }
    #expect(problem(text)?.message.contains("expand to more than") == true)
  }

  @Test("a long line costs no more than many short ones")
  func longLine() throws {
    let items = Array(repeating: #"{"k":"v"}"#, count: 50_000).joined(separator: ",")
    #expect(try read("[\(items)]").sequence?.count == 50_000)
  }
}
