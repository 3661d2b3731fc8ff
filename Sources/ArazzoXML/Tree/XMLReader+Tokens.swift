extension XMLReader {
  /// The next byte, unless the text ends here.
  var next: UInt8? { position < text.count ? text[position] : nil }

  /// Whether the text goes on with `literal`.
  func sees(_ literal: String) -> Bool {
    var index = position
    for byte in literal.utf8 {
      guard index < text.count, text[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// Whether white space stands at a place.
  func space(at index: Int) -> Bool {
    guard index < text.count else { return false }
    return text[index] == 0x20 || text[index] == 0x9 || text[index] == 0xA
  }

  mutating func skipSpace() {
    while space(at: position) { position += 1 }
  }

  /// The scalar at a place and its length in bytes. The text is valid UTF-8.
  private func scalar(at index: Int) -> (Unicode.Scalar, length: Int)? {
    guard index < text.count else { return nil }
    let first = text[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + length <= text.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in text[index + 1..<index + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  /// Whether a name can begin at a place.
  func isNameStart(at index: Int) -> Bool { scalar(at: index)?.0.isXMLNameStart ?? false }

  /// A name without a colon.
  mutating func readNCName() throws(XMLError) -> String {
    let start = position
    guard isNameStart(at: position) else { throw unexpected("a name") }
    while let (scalar, length) = scalar(at: position), scalar.isXMLNamePart { position += length }
    return String(decoding: text[start..<position], as: UTF8.self)
  }

  /// `local` or `prefix:local`; the prefix is empty where there is none.
  mutating func readQualifiedName() throws(XMLError) -> (prefix: String, local: String) {
    let first = try readNCName()
    guard next == UInt8(ascii: ":") else { return ("", first) }
    position += 1
    return (first, try readNCName())
  }

  mutating func readEquals() throws(XMLError) {
    skipSpace()
    guard next == UInt8(ascii: "=") else { throw unexpected("'='") }
    position += 1
    skipSpace()
  }

  /// A value in quotes; white space in it counts as spaces (XML 1.0, section 3.3.3).
  mutating func readQuoted() throws(XMLError) -> String {
    let start = position
    guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw unexpected("a value in quotes")
    }
    position += 1
    var value: [UInt8] = []
    while let byte = next, byte != quote {
      switch byte {
      case UInt8(ascii: "<"): throw error("'<' isn't allowed in a value; write '&lt;'")
      case UInt8(ascii: "&"): value.append(contentsOf: try readReference())
      default:
        value.append(space(at: position) ? 0x20 : byte)
        position += 1
      }
    }
    guard next == quote else { throw XMLError("this quote isn't closed", at: start, in: text) }
    position += 1
    return String(decoding: value, as: UTF8.self)
  }

  /// `&amp;`, `&#60;`, `&#x3C;`: the character in UTF-8.
  mutating func readReference() throws(XMLError) -> [UInt8] {
    let start = position
    let name = text[(start + 1)...].prefix(40).prefix { $0 != UInt8(ascii: ";") }
    guard name.endIndex < text.count, text[name.endIndex] == UInt8(ascii: ";") else {
      throw error("expected a reference such as '&amp;'; this one has no ';'")
    }
    position = name.endIndex + 1
    if name.first == UInt8(ascii: "#") { return try character(name.dropFirst(), at: start) }
    switch String(decoding: name, as: UTF8.self) {
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "amp": return [UInt8(ascii: "&")]
    case "quot": return [UInt8(ascii: "\"")]
    case "apos": return [UInt8(ascii: "'")]
    case let other:
      throw XMLError(
        "unknown entity '\(other)'; the entities are lt, gt, amp, quot and apos", at: start,
        in: text)
    }
  }

  private func character(
    _ digits: ArraySlice<UInt8>, at start: Int
  ) throws(XMLError) -> [UInt8] {
    let isHex = digits.first == UInt8(ascii: "x")
    let number = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    let hasSign = number.hasPrefix("+") || number.hasPrefix("-")
    guard !hasSign, let code = UInt32(number, radix: isHex ? 16 : 10),
      let scalar = Unicode.Scalar(code), scalar.isXMLCharacter
    else {
      throw XMLError("this character reference isn't allowed in XML", at: start, in: text)
    }
    return Array(String(scalar).utf8)
  }

  /// The text up to `end`, which is passed.
  mutating func readUpTo(
    _ end: String, of what: String, from start: Int
  ) throws(XMLError) -> String {
    let first = position
    while position < text.count {
      if sees(end) {
        let value = String(decoding: text[first..<position], as: UTF8.self)
        position += end.utf8.count
        return value
      }
      position += 1
    }
    throw XMLError("\(what) isn't closed by '\(end)'", at: start, in: text)
  }

  func error(_ reason: String) -> XMLError { XMLError(reason, at: position, in: text) }

  func unexpected(_ wanted: String) -> XMLError {
    guard let (scalar, _) = scalar(at: position) else {
      return error("expected \(wanted), found the end of the document")
    }
    return error("expected \(wanted), found '\(scalar)'")
  }
}
