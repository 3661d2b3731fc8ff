extension PatternReader {
  /// What follows a `[`.
  mutating func set() -> Pattern.Part? {
    let isInverted = take("^")
    var members: [Pattern.Characters] = []
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

  private mutating func member() -> Pattern.Characters? {
    switch next() {
    case "[", nil: nil
    case "\\": escape()
    case let scalar?: Pattern.Characters(unicodeScalarLiteral: scalar)
    }
  }

  /// What follows a backslash.
  mutating func escape() -> Pattern.Characters? {
    guard let scalar = next() else { return nil }
    switch scalar {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "p", "P": return category(isNegated: scalar == "P")
    default:
      guard "()*+-.?[]\\^{|}$".unicodeScalars.contains(scalar) else { return nil }
      return Pattern.Characters(unicodeScalarLiteral: scalar)
    }
  }

  private mutating func category(isNegated: Bool) -> Pattern.Characters? {
    guard take("{") else { return nil }
    var name = ""
    while let scalar = next(), scalar != "}" { name.unicodeScalars.append(scalar) }
    guard name != "LC", Unicode.GeneralCategory.named(name) != nil else { return nil }
    return isNegated ? .notCategory(name) : .category(name)
  }
}
