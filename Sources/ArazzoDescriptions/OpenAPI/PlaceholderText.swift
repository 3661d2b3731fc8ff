/// A parsed text with names in braces, such as a path template or a server URL.
package struct PlaceholderText {
  package enum Piece {
    case literal(String)
    /// The text between braces.
    case placeholder(String)
  }

  /// In their order; a brace without its other half is literal.
  package private(set) var pieces: [Piece] = []

  package init(_ text: String) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.literal(String(rest[..<open])))
      pieces.append(.placeholder(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.literal(String(rest)))
  }
}
