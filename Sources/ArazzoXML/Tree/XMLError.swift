/// Why a text is not XML that is read here, and where.
public struct XMLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line of the mistake, from 1.
  public var line: Int
  /// The column of the mistake in Unicode scalars, from 1.
  public var column: Int
  /// What is wrong.
  public var reason: String

  /// The place and what is wrong there.
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
