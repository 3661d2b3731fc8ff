/// Writes compact JSON text.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// What is still to be written, the next one last.
  private var rest: [Piece] = []

  private enum Piece {
    case value(JSONValue, name: String? = nil, isFirst: Bool = true)
    case end(UInt8)
  }

  /// Writes a value, without recursion.
  mutating func write(_ value: JSONValue) {
    rest = [.value(value)]
    while let piece = rest.popLast() {
      switch piece {
      case .end(let byte): bytes.append(byte)
      case .value(let value, let name, let isFirst):
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if let name {
          write(name)
          bytes.append(UInt8(ascii: ":"))
        }
        begin(value)
      }
    }
  }

  private mutating func begin(_ value: JSONValue) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let bool): bytes.append(contentsOf: (bool ? "true" : "false").utf8)
    case .number(let number): bytes.append(contentsOf: number.description.utf8)
    case .string(let text): write(text)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      rest.append(.end(UInt8(ascii: "]")))
      for index in elements.indices.reversed() {
        rest.append(.value(elements[index], isFirst: index == 0))
      }
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      rest.append(.end(UInt8(ascii: "}")))
      for index in object.indices.reversed() {
        rest.append(.value(object[index].value, name: object[index].name, isFirst: index == 0))
      }
    }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: Self.needsEscape) {
      for byte in text.utf8 {
        if Self.needsEscape(byte) { writeEscape(byte) } else { bytes.append(byte) }
      }
    } else {
      bytes.append(contentsOf: text.utf8)
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
