import ArazzoDocuments

extension RuntimeExpression.Reference {
  /// Splits the path into a declared name, the longest that fits, and the pointer that the rest
  /// means: `orders[0].id` with `orders` declared is (`orders`, `/0/id`). A pointer after `#` is
  /// appended.
  ///
  /// - Returns: `nil` where no declared name fits; `usedDots` tells whether dialect P2 was needed.
  package func resolve(
    declared: some Sequence<String>
  ) -> (name: String, pointer: JSONPointer, usedDots: Bool)? {
    let whole = Array(path.unicodeScalars)
    let fitting = declared.filter { whole.begins(with: Array($0.unicodeScalars)) }
    for name in fitting.sorted(by: { $0.unicodeScalars.count > $1.unicodeScalars.count }) {
      guard let tokens = tokens(after: name, in: whole) else { continue }
      let pointer = JSONPointer(tokens: tokens + (pointer?.tokens ?? []))
      return (name, pointer, !tokens.isEmpty)
    }
    return nil
  }

  /// What the path after `name` means as pointer tokens, or nil if it means nothing.
  private func tokens(after name: String, in whole: [Unicode.Scalar]) -> [String]? {
    var scanner = TextScanner(path)
    scanner.position = name.unicodeScalars.count
    var parser = RuntimeExpressionParser(scanner, extent: .whole)
    guard let tokens = try? parser.takeDots(), parser.scanner.isAtEnd else { return nil }
    // What stands in parentheses is a remark and no name.
    return path.contains("(") && tokens.contains { $0.contains("(") } ? nil : tokens
  }
}

extension Array<Unicode.Scalar> {
  /// Whether `name` is all of this, or is followed by a dot or an index.
  fileprivate func begins(with name: [Unicode.Scalar]) -> Bool {
    guard starts(with: name) else { return false }
    return count == name.count || self[name.count] == "." || self[name.count] == "["
  }
}
