extension JSONReader {
  /// The byte to be read next; 0, which no JSON text holds, where there is none.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Passes over white space.
  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// Passes over a word if it comes next.
  mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    for offset in 0..<count where bytes[position + offset] != word.utf8Start[offset] {
      return false
    }
    position += count
    return true
  }

  /// An error at the byte to be read next that says what could stand there.
  func unexpected(_ expected: String) -> JSONError {
    let found =
      switch next {
      case _ where position >= bytes.count: "the end of the text"
      case 0x21...0x7E: "'\(Unicode.Scalar(next))'"
      default: "byte \(next)"
      }
    return error("found \(found) instead of \(expected)")
  }

  func error(_ reason: String) -> JSONError { JSONError(reason, at: position, in: bytes) }
}

extension Character {
  /// Whether it is white space to JSON.
  var isJSONSpace: Bool {
    self == " " || self == "\n" || self == "\r" || self == "\t" || self == "\r\n"
  }
}
