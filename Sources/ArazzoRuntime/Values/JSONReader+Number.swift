extension JSONReader {
  /// Reads a number and keeps its digits; one that fits 64 bits is kept as an integer.
  mutating func number() throws(JSONError) -> JSONNumber {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    if next == UInt8(ascii: "0") { position += 1 } else { try digits() }
    var isInteger = true
    if next == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      try digits()
    }
    if next | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<position])
    if isInteger, let value = Self.integer(text) { return JSONNumber(value) }
    return JSONNumber(storage: .digits(String(decoding: text, as: UTF8.self)))
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { position += 1 }
    if position == start { throw unexpected("a digit") }
  }

  /// The integer that the digits write, unless it is too large or `-0`, which keeps its sign.
  private static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = text.dropFirst(isNegative ? 1 : 0)
    if isNegative && digits.first == UInt8(ascii: "0") { return nil }
    var value: Int64 = 0
    for byte in digits {
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (shifted, isTooBig) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = shifted.addingReportingOverflow(isNegative ? -digit : digit)
      if isTooBig || overflows { return nil }
      value = sum
    }
    return value
  }
}
