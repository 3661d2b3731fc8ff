/// Writes compact JSON text.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// Arrays and objects whose end has not been written, and what of them comes next.
  private var open: [(container: JSONValue, next: Int)] = []

  /// Writes a value, without recursion.
  mutating func write(_ value: JSONValue) {
    bytes.reserveCapacity(256)
    begin(value)
    while let (container, next) = open.last {
      open[open.count - 1].next += 1
      switch container {
      case .array(let elements):
        guard next < elements.count else {
          finish("]")
          continue
        }
        if next > 0 { bytes.append(UInt8(ascii: ",")) }
        begin(elements[next])
      case .object(let members):
        guard next < members.count else {
          finish("}")
          continue
        }
        if next > 0 { bytes.append(UInt8(ascii: ",")) }
        write(members[next].name)
        bytes.append(UInt8(ascii: ":"))
        begin(members[next].value)
      case .null, .bool, .number, .string: open.removeLast()
      }
    }
  }

  private mutating func begin(_ value: JSONValue) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let bool): bytes.append(contentsOf: (bool ? "true" : "false").utf8)
    case .number(let number): bytes.append(contentsOf: number.description.utf8)
    case .string(let text): write(text)
    case .array:
      bytes.append(UInt8(ascii: "["))
      open.append((value, 0))
    case .object:
      bytes.append(UInt8(ascii: "{"))
      open.append((value, 0))
    }
  }

  private mutating func finish(_ sign: Unicode.Scalar) {
    bytes.append(UInt8(ascii: sign))
    open.removeLast()
  }

  private mutating func write(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      if text.contains(where: Self.needsEscape) {
        for byte in text {
          if Self.needsEscape(byte) { writeEscape(byte) } else { bytes.append(byte) }
        }
      } else {
        bytes.append(contentsOf: text)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func writeEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0..<0x20:
      bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }
}
