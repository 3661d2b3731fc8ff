import ArazzoDocuments

extension Fields {
  /// A number that is not negative.
  func number(_ name: String) -> Located<Double>? {
    guard let node = optional(name) else { return nil }
    guard let value = digits(node, name).flatMap(Double.init), value.isFinite, value >= 0 else {
      misnumbered(name, node, expected: "a number that is not negative")
      return nil
    }
    return Located(value, at: node.location)
  }

  /// A whole number that is not negative.
  func count(_ name: String) -> Located<Int>? {
    guard let node = optional(name) else { return nil }
    guard let value = digits(node, name).flatMap(Self.integer), value >= 0 else {
      misnumbered(name, node, expected: "a whole number that is not negative")
      return nil
    }
    return Located(value, at: node.location)
  }

  /// A number's digits, or those of a string that holds a number.
  private func digits(_ node: Node, _ name: String) -> String? {
    if let digits = node.number { return digits }
    guard let text = node.string, Double(text)?.isFinite == true else { return nil }
    diagnostics.warning(
      "\(subject): '\(name)' must be a number, found a string", at: node.location,
      suggestion: "write it without quotes: \(text)",
      fix: Fix(at: node.location, replacing: text, withSource: text))
    return text
  }

  private static func integer(_ digits: String) -> Int? {
    Int(digits) ?? Double(digits).flatMap { Int(exactly: $0) }
  }

  private func misnumbered(_ name: String, _ node: Node, expected: String) {
    let found = node.number ?? node.string.map { "'\($0)'" } ?? node.kindName
    diagnostics.error(
      "\(subject): '\(name)' must be \(expected), found \(found)", at: node.location)
  }
}
