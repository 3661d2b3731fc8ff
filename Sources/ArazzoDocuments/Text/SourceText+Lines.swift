extension SourceText {
  /// The place of the byte at an offset into the text's UTF-8.
  ///
  /// Lines end with LF, CR LF or CR.
  package func location(utf8Offset: Int) -> Location {
    var (line, column) = (1, 1)
    var afterReturn = false
    for byte in text.utf8.prefix(utf8Offset) {
      if byte == UInt8(ascii: "\n"), afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = byte == UInt8(ascii: "\r")
      if byte == UInt8(ascii: "\n") || afterReturn {
        (line, column) = (line + 1, 1)
      } else if !byte.isUTF8Continuation {
        column += 1
      }
    }
    return Location(self, line: line, column: column)
  }

  /// The text of a line without its end, counted from 1; `nil` after the last one.
  package func line(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    var rest = text.utf8[...]
    for _ in 1..<number {
      guard let end = rest.firstIndex(where: \.isLineEnd) else { return nil }
      let next = rest.index(after: end)
      let isPair =
        rest[end] == UInt8(ascii: "\r") && next < rest.endIndex
        && rest[next] == UInt8(ascii: "\n")
      rest = rest[(isPair ? rest.index(after: next) : next)...]
    }
    return String(Substring(rest.prefix { !$0.isLineEnd }))
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
