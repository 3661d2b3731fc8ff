/// Percent-encoding of the parts of a URL (RFC 3986, section 2).
package enum PercentEncoding {
  /// A value, so that it stays what it is wherever it stands: everything but letters, digits and
  /// `-._~` is encoded, a space as `%20`.
  package static func value(_ text: String) -> String {
    encode(text, keeping: isUnreserved)
  }

  /// What a document wrote in a path template: only what no path and no query can hold is encoded,
  /// a bracket or a `%` that stands for itself too.
  package static func literal(_ text: String) -> String {
    encode(text, keepsTriples: true) { isUnreserved($0) || isLiteral($0) }
  }

  /// Appends what a document wrote in a path template.
  static func append(literal text: UnsafeBufferPointer<UInt8>, to path: inout [UInt8]) {
    if text.allSatisfy({ isUnreserved($0) || isLiteral($0) }) {
      path.append(contentsOf: text)
    } else {
      path.append(contentsOf: literal(String(decoding: text, as: UTF8.self)).utf8)
    }
  }

  /// A value that may be several segments of a path: slashes stay as they are, and a `%` is encoded, so
  /// that no segment is hidden in it.
  package static func path(_ text: String) -> String {
    encode(text) { isUnreserved($0) || ($0 != UInt8(ascii: "?") && isLiteral($0)) }
  }

  /// Whether a byte is one of `/:?@!$&'()*+,;=`.
  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&")...UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"),
      UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"),
      UInt8(ascii: "!"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  package static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  package static func encode(
    _ text: String, keepsTriples: Bool = false, keeping isKept: (UInt8) -> Bool
  ) -> String {
    if !text.hasByte({ !isKept($0) }) { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    for (index, byte) in source.enumerated() {
      let isTriple = keepsTriples && byte == UInt8(ascii: "%") && isHex(source, after: index)
      if isTriple || isKept(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isHex(_ bytes: [UInt8], after index: Int) -> Bool {
    let next = bytes[(index + 1)...].prefix(2)
    return next.count == 2 && next.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}
