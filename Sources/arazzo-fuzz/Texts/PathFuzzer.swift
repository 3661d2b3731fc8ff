import ArazzoExpressions
@_spi(Generated) import ArazzoJSON
@_spi(Generated) import ArazzoQueries
@_spi(Generated) import ParsedQueries

/// JSONPath queries, and conditions and expressions of Arazzo, as text; queries on values too.
struct PathFuzzer: Fuzzer {
  func makeCase(_ random: inout RandomSource) -> FuzzCase {
    var query = Array(Self.query(&random, root: "$", depth: 2).utf8)
    if random.chance(40) { query = Array((random.pick(from: HostileText.expressions) ?? "").utf8) }
    while random.chance(40) { query = TextMutator.mutate(query, &random) }
    let value = JSONTextMaker.value(&random, depth: random.between(1, 6))
    return FuzzCase(
      files: [
        FuzzCase.File(name: "query.txt", bytes: query),
        FuzzCase.File(name: "value.json", bytes: Array(value.utf8)),
      ], document: "")
  }

  private static func query(
    _ random: inout RandomSource, root: String, depth: Int
  ) -> String {
    let segments = (0..<random.below(5)).map { _ -> String in
      switch random.below(depth > 0 ? 9 : 7) {
      case 0, 1: random.pick(".a", ".id", ".items", "['a']", "[\"b\"]", "['']", ".é", "['\\u0041']")
      case 2: random.pick("[0]", "[-1]", "[1]", "[9007199254740991]", "[-0]", "[01]")
      case 3: random.pick(".*", "[*]", "..*", "..a", "..[0]", "..['id']")
      case 4: random.pick("[1:3]", "[::-1]", "[:2]", "[::0]", "[-2:]", "[9007199254740991:]")
      case 5: random.pick("['a','b']", "[0,0]", "[*,*]", "[0,'a',*]")
      case 6: random.pick("..", "[", "]", ".", " ", "[?]", "")
      default: "[?\(filter(&random, depth: depth - 1))]"
      }
    }
    return root + segments.joined()
  }

  private static func filter(_ random: inout RandomSource, depth: Int) -> String {
    let inner = query(&random, root: random.pick("@", "@", "$"), depth: depth)
    switch random.below(7) {
    case 0: return inner
    case 1: return "!\(inner)"
    case 2: return "(\(inner) \(random.pick("&&", "||")) \(filter(&random, depth: depth)))"
    case 3:
      return "\(random.pick("match", "search"))(\(inner), '\(random.pick("a*", "(a|b)+", "["))')"
    case 4: return "\(random.pick("length", "count", "value"))(\(inner)) > 1"
    default:
      let operation = random.pick("==", "!=", "<", "<=", ">", ">=", "=")
      return
        "\(inner) \(operation) \(random.pick("1", "'a'", "null", "true", "1e400", "@.b", inner))"
    }
  }

  func run(
    _ input: FuzzCase, in workspace: Workspace, _ random: inout RandomSource
  ) throws -> Verdict {
    let text = input.text(of: "query.txt")
    try checkParsers(text)
    let query: ParsedQuery
    do { query = try ParsedQuery.parse(text) } catch { return .refused }
    guard let value = try? JSONValue(parsing: input.bytes(of: "value.json")) else {
      return .refused
    }
    let path = JSONPath(query)
    let nodes = path.nodes(in: value)
    guard nodes.values == path.nodes(in: value).values else {
      throw FuzzFailure("the query finds other nodes the second time")
    }
    if query.isSingular, nodes.values.count > 1 {
      throw FuzzFailure("a query for one node finds \(nodes.values.count)")
    }
    return .accepted
  }

  /// Whatever the text, an error's place is in it.
  private func checkParsers(_ text: String) throws {
    try check(text) { (text) throws(ExpressionError) in _ = try ParsedQuery.parse(text) }
    try check(text) { (text) throws(ExpressionError) in _ = try RuntimeExpression.parse(text) }
    try check(text) { (text) throws(ExpressionError) in _ = try Condition.parse(text) }
    try check(text) { (text) throws(ExpressionError) in _ = try ParsedXPath.parse(text) }
    try check(text) { (text) throws(ExpressionError) in _ = try StringTemplate.parseBraced(text) }
  }

  private func check(
    _ text: String, _ parse: (String) throws(ExpressionError) -> Void
  ) throws {
    do { try parse(text) } catch {
      guard (0...text.unicodeScalars.count).contains(error.offset) else {
        throw FuzzFailure("the error is at no place of the text: \(error)")
      }
    }
  }
}
