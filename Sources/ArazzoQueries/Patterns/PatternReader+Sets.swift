extension PatternReader {
  /// What follows a `[`.
  mutating func set() -> RegexPattern.Part? {
    let isInverted = take("^")
    var members: [RegexPattern.Characters] = []
    if take("-") { members.append("-") }
    while !take("]") {
      guard let first = member() else { return nil }
      if case .range(let low) = first.test, peek() == "-", following() != "]" {
        _ = next()
        guard let last = member(), case .range(let high) = last.test,
          low.lowerBound <= high.lowerBound
        else { return nil }
        members.append(.range(low.lowerBound, high.lowerBound))
      } else {
        members.append(first)
      }
    }
    guard !members.isEmpty else { return nil }
    return isInverted ? .one(notOf: members) : .one(of: members)
  }

  private mutating func member() -> RegexPattern.Characters? {
    switch next() {
    case "[", nil: nil
    case "\\": escape()
    case let scalar?: RegexPattern.Characters(unicodeScalarLiteral: scalar)
    }
  }

  /// What follows a backslash.
  mutating func escape() -> RegexPattern.Characters? {
    guard let scalar = next() else { return nil }
    switch scalar {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "p", "P": return category(isNegated: scalar == "P")
    default:
      guard "()*+-.?[]\\^{|}$".unicodeScalars.contains(scalar) else { return nil }
      return RegexPattern.Characters(unicodeScalarLiteral: scalar)
    }
  }

  private mutating func category(isNegated: Bool) -> RegexPattern.Characters? {
    guard take("{") else { return nil }
    var name = ""
    while let scalar = next(), scalar != "}" { name.unicodeScalars.append(scalar) }
    guard name != "LC", Unicode.GeneralCategory.named(name) != nil else { return nil }
    return isNegated ? .notCategory(name) : .category(name)
  }
}
