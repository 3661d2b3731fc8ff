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
  fileprivate var escapedForJSONPointer: String {
    split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
      .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
  }
}
