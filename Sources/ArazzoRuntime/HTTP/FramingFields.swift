import HTTPTypes

/// The header fields that frame a message or belong to its connection (RFC 9110, sections 7.2, 7.6
/// and 10.1; RFC 9112, sections 6 and 9): the transport writes them, and nothing else may (rule H2).
package enum FramingFields {
  /// The names in lower case.
  package static let names: Set<String> = [
    "connection", "content-length", "expect", "host", "http2-settings", "keep-alive",
    "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
  ]

  /// Whether a name is one of them, whatever its case. `_` counts as `-`, since there are servers
  /// that take one for the other.
  package static func contains(_ name: String) -> Bool {
    contains(canonical: name.lowercased())
  }

  /// Whether a name in lower case is one of them.
  static func contains(canonical name: String) -> Bool {
    guard name.utf8.contains(UInt8(ascii: "_")) else { return names.contains(name) }
    return names.contains(name.replacing("_", with: "-"))
  }
}

extension HTTPField {
  /// Whether the transport alone writes this field.
  package var isFraming: Bool { FramingFields.contains(canonical: name.canonicalName) }
}
