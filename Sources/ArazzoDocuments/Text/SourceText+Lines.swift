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
    guard let start = start(ofLine: number) else { return nil }
    return String(Substring(text.utf8[start...].prefix { !$0.isLineEnd }))
  }

  /// Where a line begins, counted from 1; `nil` after the last one.
  func start(ofLine number: Int) -> String.Index? {
    let starts = lineStarts.withLock { known in
      let starts = known ?? findLineStarts()
      known = starts
      return starts
    }
    guard starts.indices.contains(number - 1) else { return nil }
    return text.utf8.index(text.startIndex, offsetBy: starts[number - 1])
  }

  /// The offsets into UTF-8 where lines begin.
  private func findLineStarts() -> [Int] {
    var starts = [0]
    var last: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      if byte == UInt8(ascii: "\n"), last == UInt8(ascii: "\r") {
        starts[starts.count - 1] = offset + 1
      } else if byte.isLineEnd {
        starts.append(offset + 1)
      }
      last = byte
    }
    return starts
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
