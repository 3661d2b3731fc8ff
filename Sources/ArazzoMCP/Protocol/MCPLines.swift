/// A line of the input.
enum MCPLine: Sendable, Equatable {
  case text([UInt8])
  /// A line over the limit, which is skipped.
  case tooLong
}

/// Splits bytes into lines, and keeps no more of a line than the limit.
struct MCPLineSplitter {
  private let limit: Int
  private var line: [UInt8] = []
  private var isTooLong = false

  init(limit: Int) { self.limit = limit }

  /// The lines that end in these bytes.
  mutating func lines(_ bytes: [UInt8]) -> [MCPLine] {
    var lines: [MCPLine] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      add(rest[..<end])
      lines.append(take())
      rest = rest[(end + 1)...]
    }
    add(rest)
    return lines.filter { $0 != .text([]) }
  }

  /// What follows the last line break.
  mutating func last() -> MCPLine? {
    let last = take()
    return last == .text([]) ? nil : last
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    if line.count + bytes.count > limit {
      isTooLong = true
      line = []
    }
    if !isTooLong { line += bytes }
  }

  private mutating func take() -> MCPLine {
    defer { (line, isTooLong) = ([], false) }
    if isTooLong { return .tooLong }
    while let byte = line.last, [UInt8(ascii: "\r"), UInt8(ascii: " ")].contains(byte) {
      line.removeLast()
    }
    return .text(line)
  }
}
