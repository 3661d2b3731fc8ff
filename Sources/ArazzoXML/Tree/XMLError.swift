/// An error in an XML document, with its position.
@_spi(Generated) public struct XMLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line of the error, from 1.
  public var line: Int
  /// The column of the error in Unicode scalars, from 1.
  public var column: Int
  /// What is wrong.
  public var reason: String

  /// The position and what is wrong.
  public var description: String { "line \(line), column \(column): \(reason)" }
}

extension XMLError {
  /// Finds line and column of a place in a text whose lines end with line feeds.
  init(_ reason: String, at offset: Int, in text: [UInt8]) {
    let before = text[..<min(offset, text.count)]
    let newline = UInt8(ascii: "\n")
    let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    self.reason = reason
    line = 1 + before.reduce(0) { $0 + ($1 == newline ? 1 : 0) }
    column = 1 + before[start...].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
