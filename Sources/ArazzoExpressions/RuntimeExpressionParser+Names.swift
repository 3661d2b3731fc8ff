extension RuntimeExpressionParser {
  /// The parts of an expression that end in different ways.
  enum Part { case name, header, pointer }

  /// Whether the extent ends before the next scalar.
  func stops(in part: Part) -> Bool {
    guard let scalar = scanner.peek() else { return true }
    switch extent {
    case .whole: return false
    case .condition: return stopsCondition(scalar, in: part)
    case .text:
      switch part {
      case .name, .header: return !scalar.isNameCharacter && scalar != "."
      case .pointer: return scalar.isBlank || scalar.endsPointerInText
      }
    }
  }

  private func stopsCondition(_ scalar: Unicode.Scalar, in part: Part) -> Bool {
    if scalar.isBlank { return true }
    switch scalar {
    case ")", "=", "<", ">", "\"": return true
    case "!": return part == .name || scanner.peek(1) == "="
    case "&", "|": return part == .name || scanner.peek(1) == scalar
    case "(", "'", "{", "}", ",": return part == .name
    default: return false
    }
  }

  /// The text up to `#`: a name, perhaps with dots and indexes behind it.
  mutating func takePath() throws(ExpressionError) -> String {
    let path = try takeName()
    guard let last = path.unicodeScalars.last, path.unicodeScalars.first != "." else {
      throw scanner.error("a name is missing, found \(scanner.found)")
    }
    guard last != "." else { throw scanner.error("a name is missing after '.'") }
    return path
  }

  /// A run of what names are made of here. In a whole expression that is everything but braces, control characters
  /// and `#`; an index or a name in brackets is taken as it stands.
  mutating func takeName() throws(ExpressionError) -> String {
    let start = scanner.position
    while let scalar = scanner.peek() {
      if scalar == "[", skipBracket() { continue }
      if scalar == "#" || stops(in: .name) { break }
      if scalar == "{" || scalar == "}" || scalar.isControl {
        throw scanner.error("\(scanner.found) can't stand in a name")
      }
      scanner.position += 1
    }
    if extent == .text { dropTrailingPunctuation(from: start) }
    return scanner.text(from: start, to: scanner.position)
  }

  /// Steps back over what ends a sentence or joins two words rather than ends a name.
  mutating func dropTrailingPunctuation(from start: Int) {
    while scanner.position > start, let last = scanner.previous, last == "." || last == "-" {
      scanner.position -= 1
    }
  }

  /// Steps over `[0]`, `['name']` or `[name]`; stays where it is if there is none.
  private mutating func skipBracket() -> Bool {
    let start = scanner.position
    scanner.position += 1
    if let quote = scanner.peek(), quote == "'" || quote == "\"" {
      scanner.position += 1
      if let close = scanner.offset(of: quote) { scanner.position = close + 1 }
    } else {
      _ = scanner.takeRun { $0.isNameCharacter }
    }
    if scanner.take("]") { return true }
    scanner.position = start
    return false
  }
}

extension Unicode.Scalar {
  /// What a JSON Pointer in running text does not hold.
  fileprivate var endsPointerInText: Bool {
    switch self {
    case "\"", "'", "`", ",", ";", ":", "(", ")", "[", "]", "{", "}", "<", ">", "&", "|", "=", "!",
      "?", "\\", "$":
      true
    default: false
    }
  }
}
