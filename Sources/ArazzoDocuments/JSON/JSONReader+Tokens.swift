extension JSONReader {
  /// The byte to be read next; `nil` at the end.
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// What stands at the current position, for a message.
  var found: String {
    guard position < bytes.count else { return "the end of the file" }
    let rest = String(decoding: bytes[position..<min(position + 8, bytes.count)], as: UTF8.self)
    return String(rest.unicodeScalars.prefix(1)).quotedForMessage
  }

  /// An error at the current position.
  mutating func error(_ message: String, suggestion: String? = nil) -> DocumentError {
    DocumentError(message, at: location(), suggestion: suggestion)
  }

  mutating func readLiteral() throws(DocumentError) -> Node.Value {
    let word = bytes[position...].prefix { $0.isASCIILetter }
    guard !word.isEmpty else { throw error("a value is expected here, found \(found)") }
    let value: Node.Value
    switch String(decoding: word, as: UTF8.self) {
    case "true": value = .bool(true)
    case "false": value = .bool(false)
    case "null": value = .null
    case let text: throw unknownWord(text)
    }
    position += word.count
    return value
  }

  private mutating func unknownWord(_ word: String) -> DocumentError {
    let lowercased = word.lowercased()
    let isCasing = ["true", "false", "null"].contains(lowercased)
    return error(
      "\(word.quotedForMessage) is not a JSON value",
      suggestion: isCasing ? "write \(lowercased)" : "put text in double quotes")
  }

  /// A number as it is written (RFC 8259, section 6).
  mutating func readNumber() throws(DocumentError) -> String {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") {
      position += 1
      if current?.isASCIIDigit == true { throw error("a number can't have a 0 before its digits") }
    } else {
      try skipDigits()
    }
    if current == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try skipDigits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipDigits() throws(DocumentError) {
    guard current?.isASCIIDigit == true else {
      throw error("a digit is expected here, found \(found)")
    }
    while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
  }
}
