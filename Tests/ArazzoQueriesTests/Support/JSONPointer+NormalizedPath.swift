@_spi(Generated) import ArazzoRuntime

extension JSONPointer {
  /// The pointer as RFC 9535 writes it: `$['a'][0]`.
  func normalizedPath(in document: JSONValue) -> String {
    var path = "$"
    var value: JSONValue? = document
    for token in tokens {
      if case .array? = value {
        path += "[\(token)]"
      } else {
        path += "['" + token.unicodeScalars.map(Self.escaped).joined() + "']"
      }
      value = value?.value(at: JSONPointer(tokens: [token]))
    }
    return path
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if let escape = escapes[scalar] { return escape }
    guard scalar.value < 0x20 else { return String(scalar) }
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  private static let escapes: [Unicode.Scalar: String] = [
    "'": "\\'", "\\": "\\\\", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r",
    "\t": "\\t",
  ]
}
