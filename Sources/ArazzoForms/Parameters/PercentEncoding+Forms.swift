@_spi(Generated) import ArazzoRuntime

extension PercentEncoding {
  /// Encodes a name or a value of a form: letters, digits and `*-._` stay, a space becomes `+`.
  package static func form(_ text: String) -> String {
    encode(text) { (isUnreserved($0) && $0 != UInt8(ascii: "~")) || formBytes.contains($0) }
      .split(separator: " ", omittingEmptySubsequences: false).joined(separator: "+")
  }

  private static let formBytes = Set("* ".utf8)

  /// A value in which reserved characters and triples such as `%2F` stay what they are (RFC 6570,
  /// section 3.2.3), but for those of `excluded`, which would end the part of the URL.
  package static func reserved(_ text: String, except excluded: String = "") -> String {
    let excluded = Set(excluded.utf8)
    return encode(text, keepsTriples: true) {
      isUnreserved($0) || (reservedBytes.contains($0) && !excluded.contains($0))
    }
  }

  private static let reservedBytes = Set(":/?#[]@!$&'()*+,;=".utf8)
}
