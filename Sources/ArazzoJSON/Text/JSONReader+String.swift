extension JSONReader {
  /// Reads a string from its opening to its closing quotation mark.
  mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    if try skipPlain() == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(UnsafeBufferPointer(rebasing: bytes[start..<position]), from: start)
    }
    var content: [UInt8] = Array(bytes[start..<position])
    while next == UInt8(ascii: "\\") {
      try readEscape(into: &content)
      let chunk = position
      _ = try skipPlain()
      content.append(contentsOf: bytes[chunk..<position])
    }
    position += 1
    return try content.withUnsafeBufferPointer { (content) throws(JSONError) in
      try text(content, from: start)
    }
  }

  /// Passes over what stands for itself, up to a quotation mark or a backslash, and gives that.
  private mutating func skipPlain() throws(JSONError) -> UInt8 {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return byte }
      if byte < 0x20 { throw error("a control character inside a string is not escaped") }
      position += 1
    }
    throw unexpected("the end of the string")
  }

  /// The text that the bytes are in UTF-8; an error where they are not, for Swift would mend them.
  private func text(
    _ content: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(JSONError) -> String {
    let text = String(decoding: content, as: UTF8.self)
    if !content.allSatisfy({ $0 < 0x80 }), !text.utf8.elementsEqual(content) {
      throw JSONError("this string is not UTF-8", at: start, in: bytes)
    }
    return text
  }

  private mutating func readEscape(into content: inout [UInt8]) throws(JSONError) {
    position += 1
    let escape = next
    switch escape {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(escape)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"):
      position += 1
      content.append(contentsOf: Character(try escapedScalar()).utf8)
      return
    default: throw unexpected("one of \" \\ / b f n r t u after a backslash")
    }
    position += 1
  }

  /// Reads what follows `\u`; two halves of a pair make one code point.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let start = position
    var code = try hexadecimal()
    if (0xD800...0xDBFF).contains(code), skip("\\u") {
      let low = try hexadecimal()
      code =
        (0xDC00...0xDFFF).contains(low) ? 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) : code
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw JSONError("half of a surrogate pair stands alone", at: start, in: bytes)
    }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(next)).hexDigitValue else {
        throw unexpected("a hexadecimal digit")
      }
      code = code << 4 + UInt32(digit)
      position += 1
    }
    return code
  }
}
