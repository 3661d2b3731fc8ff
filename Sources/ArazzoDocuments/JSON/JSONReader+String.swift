extension JSONReader {
  /// The string whose opening quote is at the current position (RFC 8259, section 7).
  mutating func readString() throws(DocumentError) -> (text: String, isEscaped: Bool) {
    position += 1
    let start = position
    skipUnescaped()
    if current == UInt8(ascii: "\"") {
      position += 1
      return (String(decoding: bytes[start..<(position - 1)], as: UTF8.self), false)
    }
    var text = Array(bytes[start..<position])
    while try readEscape(into: &text) {
      let run = position
      skipUnescaped()
      text += bytes[run..<position]
    }
    return (String(decoding: text, as: UTF8.self), true)
  }

  private mutating func skipUnescaped() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
      position += 1
    }
  }

  /// Reads an escape; false at the closing quote, which it steps over.
  private mutating func readEscape(into text: inout [UInt8]) throws(DocumentError) -> Bool {
    switch current {
    case UInt8(ascii: "\""):
      position += 1
      return false
    case UInt8(ascii: "\\"): break
    case nil: throw error("the string is not closed before the end of the file")
    default:
      throw error(
        "\(found) must be escaped in a string", suggestion: "write it as an escape sequence")
    }
    position += 1
    if current == UInt8(ascii: "u") {
      position -= 1
      text += Array(String(try readUnicodeEscape()).utf8)
    } else {
      text.append(try simpleEscape())
      position += 1
    }
    return true
  }

  private mutating func simpleEscape() throws(DocumentError) -> UInt8 {
    switch current {
    case UInt8(ascii: "\""): return UInt8(ascii: "\"")
    case UInt8(ascii: "\\"): return UInt8(ascii: "\\")
    case UInt8(ascii: "/"): return UInt8(ascii: "/")
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    default:
      throw error(
        found.first == "'"
          ? "'\\\(found.dropFirst()) isn't an escape sequence in JSON"
          : "expected an escape sequence after '\\', found \(found)",
        suggestion: #"one of \" \\ \/ \b \f \n \r \t \u0000"#)
    }
  }

  /// A `\uXXXX`, or two of them that are one character.
  private mutating func readUnicodeEscape() throws(DocumentError) -> Unicode.Scalar {
    let start = position
    let first = try readFourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if UTF16.isLeadSurrogate(first), bytes[position...].starts(with: #"\u"#.utf8) {
      let second = try readFourDigits()
      if UTF16.isTrailSurrogate(second) {
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
      }
    }
    position = start
    throw error("this escape is half of a surrogate pair")
  }

  private mutating func readFourDigits() throws(DocumentError) -> UInt16 {
    position += 2
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = current?.hexDigitValue else {
        throw error(#"expected four hexadecimal digits after '\u', found \#(found)"#)
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}
