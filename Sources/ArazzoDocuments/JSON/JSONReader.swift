/// Reads JSON (RFC 8259), strictly, over the bytes of its UTF-8.
struct JSONReader: ~Copyable {
  let source: SourceText
  let bytes: [UInt8]
  var position = 0
  private var line = 1
  /// A position at or before the current one on its line, and the column there.
  private var counted = (position: 0, column: 1)
  private var builder = TreeBuilder()

  /// The token that the reader expects next.
  private enum Step { case value, firstItem, firstKey, key, afterValue, end }

  init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
  }

  mutating func read() throws(DocumentError) -> Node {
    var step = Step.value
    while step != .end {
      skipWhiteSpace()
      step = try take(step)
    }
    guard let root = builder.root else { throw error("the file is empty") }
    return root
  }

  private mutating func take(_ step: Step) throws(DocumentError) -> Step {
    switch step {
    case .value: return try readValue()
    case .firstItem: return current == UInt8(ascii: "]") ? try close() : try readValue()
    case .firstKey: return current == UInt8(ascii: "}") ? try close() : try readKey()
    case .key: return try readKey()
    case .afterValue, .end: return try readAfterValue()
    }
  }

  private mutating func readValue() throws(DocumentError) -> Step {
    switch current {
    case UInt8(ascii: "{"): return try open(isMapping: true)
    case UInt8(ascii: "["): return try open(isMapping: false)
    case UInt8(ascii: "\""):
      let location = location()
      let (text, isEscaped) = try readString()
      try add(Node(.string(text), at: location, textInset: isEscaped ? nil : 1))
    case let byte? where byte == UInt8(ascii: "-") || byte.isASCIIDigit:
      let location = location()
      try add(Node(.number(try readNumber()), at: location, textInset: 0))
    default:
      let location = location()
      try add(Node(try readLiteral(), at: location, textInset: 0))
    }
    return .afterValue
  }

  private mutating func open(isMapping: Bool) throws(DocumentError) -> Step {
    try builder.begin(isMapping: isMapping, at: location())
    position += 1
    return isMapping ? .firstKey : .firstItem
  }

  private mutating func close() throws(DocumentError) -> Step {
    position += 1
    _ = try builder.end()
    return .afterValue
  }

  private mutating func add(_ node: Node) throws(DocumentError) {
    try builder.add(node)
  }

  private mutating func readKey() throws(DocumentError) -> Step {
    guard current == UInt8(ascii: "\"") else {
      throw error("expected a key in double quotes, found \(found)")
    }
    let location = location()
    let key = try readString().text
    skipWhiteSpace()
    guard current == UInt8(ascii: ":") else {
      throw error("expected ':' after the key \(key.quotedForMessage), found \(found)")
    }
    position += 1
    builder.addKey(Located(key, at: location))
    return .value
  }

  private mutating func readAfterValue() throws(DocumentError) -> Step {
    guard builder.depth > 0 else {
      if current == nil { return .end }
      throw error("unexpected text after the end of the document: \(found)")
    }
    let closing = builder.isInMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    if current == closing { return try close() }
    guard current == UInt8(ascii: ",") else {
      let closing = builder.isInMapping ? "}" : "]"
      throw error("expected ',' or '\(closing)', found \(found)")
    }
    position += 1
    return builder.isInMapping ? .key : .value
  }

  private mutating func skipWhiteSpace() {
    while position < bytes.count, bytes[position].isJSONWhiteSpace {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && current != 0x0A) {
        line += 1
        counted = (position, 1)
      }
    }
  }

  /// The place of the current position.
  mutating func location() -> Location {
    var column = counted.column
    for byte in bytes[min(counted.position, position)..<position] where !byte.isUTF8Continuation {
      column += 1
    }
    counted = (position, column)
    return Location(source, line: line, column: column)
  }
}

extension JSONReader {
  /// The byte to be read next; `nil` at the end.
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The token at the current position, for a message.
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
    guard !word.isEmpty else { throw error("expected a value, found \(found)") }
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
      if current?.isASCIIDigit == true { throw error("a number can't have leading zeros") }
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
      throw error("expected a digit, found \(found)")
    }
    while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
  }
}
