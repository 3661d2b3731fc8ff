/// A JSON Pointer (RFC 6901).
package struct JSONPointer: Sendable, Hashable, Codable {
  /// The reference tokens, unescaped.
  package var tokens: [String]

  package init(tokens: [String]) { self.tokens = tokens }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer as RFC 6901 writes it: "" for the whole document, else "/a/b".
  package var description: String {
    tokens.map { "/" + $0.escapedForJSONPointer }.joined()
  }
}

extension String {
  /// The text as a reference token; by scalars, since a `~` with an accent is still a `~`.
  fileprivate var escapedForJSONPointer: String {
    var escaped = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "~": escaped.append(contentsOf: "~0".unicodeScalars)
      case "/": escaped.append(contentsOf: "~1".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
