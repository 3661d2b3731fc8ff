/// Reads a pattern that is itself a value of the run, as in `search(@.name, $.pattern)`.
///
/// This is the one text that is read when a workflow runs: RFC 9535 lets a query take it from the
/// value that it searches. It is an I-Regexp (RFC 9485), with `^` and `$` besides.
struct PatternReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// Nil where the text is no pattern; a function that is given it is false then.
  static func pattern(_ text: String) -> RegexPattern? {
    var reader = PatternReader(text)
    guard reader.scalars.count <= 10_000, let part = reader.choice(), reader.peek() == nil else {
      return nil
    }
    return RegexPattern(part)
  }

  func peek() -> Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    position += 1
    return true
  }

  func following() -> Unicode.Scalar? {
    position + 1 < scalars.count ? scalars[position + 1] : nil
  }

  mutating func next() -> Unicode.Scalar? {
    guard let scalar = peek() else { return nil }
    position += 1
    return scalar
  }

  private mutating func choice() -> RegexPattern.Part? {
    guard depth < 64 else { return nil }
    depth += 1
    defer { depth -= 1 }
    var options: [RegexPattern.Part] = []
    repeat {
      guard let option = sequence() else { return nil }
      options.append(option)
    } while take("|")
    return options.count == 1 ? options[0] : .either(options)
  }

  private mutating func sequence() -> RegexPattern.Part? {
    var parts: [RegexPattern.Part] = []
    while let scalar = peek(), scalar != "|", scalar != ")" {
      guard let atom = atom(), let part = quantified(atom) else { return nil }
      parts.append(part)
    }
    return .group(parts)
  }

  private mutating func atom() -> RegexPattern.Part? {
    switch next() {
    case "(":
      guard let inner = choice(), take(")") else { return nil }
      return inner
    case ".": return .one(notOf: "\n", "\r")
    case "^": return .start
    case "$": return .end
    case "[": return set()
    case "\\": return escape().map { .one(of: [$0]) }
    case "*", "+", "?", "{", "}", "]", nil: return nil
    case let scalar?: return RegexPattern.Part(stringLiteral: String(scalar))
    }
  }

  private mutating func quantified(_ atom: RegexPattern.Part) -> RegexPattern.Part? {
    if take("*") { return .zeroOrMore(atom) }
    if take("+") { return .oneOrMore(atom) }
    if take("?") { return .optional(atom) }
    guard take("{") else { return atom }
    guard let minimum = number() else { return nil }
    if take("}") { return .repeated([atom], minimum: minimum, maximum: minimum) }
    guard take(",") else { return nil }
    if take("}") { return .repeated([atom], minimum: minimum, maximum: nil) }
    guard let maximum = number(), take("}"), minimum <= maximum else { return nil }
    return .repeated([atom], minimum: minimum, maximum: maximum)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let scalar = peek(), scalar >= "0", scalar <= "9" {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    return digits.utf8.count < 9 ? Int(digits) : nil
  }
}
