/// The text of a Swift file, told apart into code and what is none.
struct SwiftCode {
  private let source: [UInt8]
  private var position = 0
  private var code: [UInt8] = []

  init(_ source: [UInt8]) { self.source = source }

  /// The code without comments and literals; the code in a literal's interpolations stays.
  var withoutTexts: [UInt8] {
    var copy = self
    copy.readCode(endsAtParenthesis: false)
    return copy.code
  }

  private func sees(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= source.count else { return false }
    for offset in 0..<count where source[position + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether that follows with so many `#` at its end.
  private func sees(_ text: StaticString, hashes: Int) -> Bool {
    let end = position + text.utf8CodeUnitCount
    return sees(text)
      && source[min(end, source.count)...].prefix { $0 == UInt8(ascii: "#") }.count >= hashes
  }

  private mutating func readCode(endsAtParenthesis: Bool) {
    var depth = 0
    while position < source.count {
      if sees("//") {
        skipLine()
      } else if sees("/*") {
        skipComment()
      } else if let hashes = hashesOfLiteral {
        readLiteral(hashes)
      } else {
        if sees("(") { depth += 1 }
        if sees(")") { depth -= 1 }
        code.append(source[position])
        position += 1
        if endsAtParenthesis, depth < 0 { return }
      }
    }
  }

  private mutating func skipLine() {
    while position < source.count, source[position] != 0xA, source[position] != 0xD {
      position += 1
    }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if sees("/*") {
        (depth, position) = (depth + 1, position + 2)
      } else if sees("*/") {
        (depth, position) = (depth - 1, position + 2)
      } else {
        position += 1
      }
    } while depth > 0 && position < source.count
  }

  /// How many `#` stand before the quote where a literal begins.
  private var hashesOfLiteral: Int? {
    guard sees("#") || sees("\"") else { return nil }
    let hashes = source[position...].prefix { $0 == UInt8(ascii: "#") }.count
    let quote = position + hashes
    return quote < source.count && source[quote] == UInt8(ascii: "\"") ? hashes : nil
  }

  private mutating func readLiteral(_ hashes: Int) {
    position += hashes
    let quotes: StaticString = sees("\"\"\"") ? "\"\"\"" : "\""
    position += quotes.utf8CodeUnitCount
    while position < source.count {
      if sees("\\", hashes: hashes) {
        position += 1 + hashes
        let isInterpolation = sees("(")
        position += 1
        if isInterpolation { readCode(endsAtParenthesis: true) }
      } else if sees(quotes, hashes: hashes) {
        position += quotes.utf8CodeUnitCount + hashes
        return
      } else {
        position += 1
      }
    }
  }
}
