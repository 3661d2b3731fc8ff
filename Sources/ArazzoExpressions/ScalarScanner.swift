/// Reads scalar by scalar: what the scanners of a text and of a pattern with values in it share.
protocol ScalarScanner {
  /// The place of the next scalar.
  var position: Int { get set }

  /// The scalar that far behind the next one; nil where there is none.
  func peek(_ ahead: Int) -> Unicode.Scalar?
}

extension ScalarScanner {
  /// Whether the text continues with `literal`.
  func sees(_ literal: StaticString) -> Bool {
    var ahead = 0
    for scalar in literal.description.unicodeScalars {
      guard peek(ahead) == scalar else { return false }
      ahead += 1
    }
    return true
  }

  /// Skips `literal` if the text continues with it.
  mutating func take(_ literal: StaticString) -> Bool {
    guard sees(literal) else { return false }
    position += literal.description.unicodeScalars.count
    return true
  }

  mutating func takeScalar() -> Unicode.Scalar? {
    guard let scalar = peek(0) else { return nil }
    position += 1
    return scalar
  }

  /// The longest run of scalars that satisfy `predicate`, perhaps empty.
  mutating func takeRun(where predicate: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = peek(0), predicate(scalar) {
      text.append(scalar)
      position += 1
    }
    return String(text)
  }
}
