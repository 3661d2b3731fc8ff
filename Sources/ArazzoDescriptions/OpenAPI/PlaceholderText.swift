/// A text with names in braces, as a path template or the URL of a server, taken apart.
package struct PlaceholderText {
  package enum Piece {
    case literal(String)
    /// What stands between braces.
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
