/// Reads a source text scalar by scalar from a location.
struct SourceCursor {
  let source: SourceText
  private(set) var index: String.UnicodeScalarView.Index
  private var line: Int
  private var column: Int

  /// `nil` where the text has no such place.
  init?(at location: Location) {
    guard var index = location.source.start(ofLine: location.line) else { return nil }
    let scalars = location.source.text.unicodeScalars
    for _ in 1..<max(location.column, 1) {
      guard index < scalars.endIndex else { return nil }
      index = scalars.index(after: index)
    }
    source = location.source
    self.index = index
    line = location.line
    column = location.column
  }

  /// The scalar here; `nil` at the end.
  var next: Unicode.Scalar? {
    index < source.text.unicodeScalars.endIndex ? source.text.unicodeScalars[index] : nil
  }

  var location: Location { Location(source, line: line, column: column) }

  mutating func advance() {
    guard let scalar = next else { return }
    index = source.text.unicodeScalars.index(after: index)
    if scalar == "\n" || scalar == "\r" && next != "\n" {
      (line, column) = (line + 1, 1)
    } else {
      column += 1
    }
  }

  /// Steps over scalars as long as they satisfy `predicate`.
  mutating func skip(while predicate: (Unicode.Scalar) -> Bool) {
    while let scalar = next, predicate(scalar) { advance() }
  }

  /// Whether the token that follows, comments left aside, shows that this is inside brackets or
  /// braces.
  var isInFlow: Bool {
    var ahead = self
    while true {
      ahead.skip(while: \.isYAMLSpace)
      guard ahead.next == "#" else { break }
      ahead.skip { $0 != "\n" && $0 != "\r" }
    }
    return ahead.next.map { ",]}".unicodeScalars.contains($0) } ?? false
  }
}

extension Unicode.Scalar {
  var isYAMLSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }
}
