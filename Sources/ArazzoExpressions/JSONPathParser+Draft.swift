/// What `draft-goessner-dispatch-jsonpath-00` has and RFC 9535 has not.
extension JSONPathParser {
  /// `(@.length-1)` between brackets: the only script that is read, an index from the end.
  mutating func parseScript() throws(ExpressionError) -> JSONPathQuery.Selector {
    let start = scanner.position
    scanner.position += 1
    if takeWord("@.length"), takeWord("-"), let count = Int(scanner.takeRun { $0.isDigit }),
      takeWord(")")
    {
      return .index(-count)
    }
    throw ExpressionError(
      "of the scripts of the draft only '(@.length-1)', an index from the end, is read",
      offset: start, suggestion: "-1")
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    scanner.skipBlank()
    defer { scanner.skipBlank() }
    return scanner.take(word)
  }

  /// `@.title.length` on one side of a comparison, which in the draft is the length of the title.
  func length(
    _ comparable: FilterExpression.Comparable, at offset: Int
  ) -> FilterExpression.Comparable {
    guard language == .draft, case .query(var query) = comparable,
      query.segments.popLast()?.selectors == [.name("length")]
    else { return comparable }
    return .function(.init(name: "length", arguments: [.query(query)], offset: offset))
  }
}
