/// An error in JSON text.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The position of the error in bytes, from 0.
  public var offset: Int
  /// The line of the error, from 1.
  public var line: Int
  /// The column of the error, from 1.
  public var column: Int
  /// What is wrong.
  public var reason: String

  /// The position and what is wrong.
  public var description: String { "line \(line), column \(column): \(reason)" }
}

extension JSONError {
  /// Finds line and column of a place in a text.
  init(_ reason: String, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let before = bytes[..<min(offset, bytes.count)]
    let newline = UInt8(ascii: "\n")
    self.offset = offset
    self.reason = reason
    line = 1 + before.reduce(0) { $0 + ($1 == newline ? 1 : 0) }
    column = 1 + offset - (before.lastIndex(of: newline).map { $0 + 1 } ?? 0)
  }
}
