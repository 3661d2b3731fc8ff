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
    let offset = lineStarts.withLock { $0.offset(ofLine: number, in: text) }
    return offset.map { text.utf8.index(text.startIndex, offsetBy: $0) }
  }
}

/// The beginnings of a text's lines as offsets into its UTF-8, as far as they were asked for: most
/// documents have no diagnostic, and many diagnostics are in one document.
struct LineStarts {
  private var starts = [0]
  /// How many bytes were looked at.
  private var end = 0

  /// The offset of a line, counted from 1; `nil` after the last one.
  mutating func offset(ofLine number: Int, in text: String) -> Int? {
    guard number > 0 else { return nil }
    if starts.count < number {
      var text = text
      text.withUTF8 { look(for: number, in: $0) }
    }
    return starts.count < number ? nil : starts[number - 1]
  }

  private mutating func look(for number: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    while starts.count < number, end < bytes.count {
      let byte = bytes[end]
      end += 1
      // A line feed after a carriage return belongs to the same end.
      let isPair = byte == UInt8(ascii: "\r") && end < bytes.count && bytes[end] == 0x0A
      if byte.isLineEnd, !isPair { starts.append(end) }
    }
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
