/// Rewrites YAML's numbers as JSON spells them, without a change of the value.
enum YAMLNumber {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The number in JSON's spelling with the digits as written; `nil` when the text is no number.
  ///
  /// Octal and hexadecimal numbers of more than 64 bits stay text.
  static func canonical(_ bytes: Bytes) -> String? {
    if bytes.count > 2, bytes[0] == UInt8(ascii: "0") {
      if bytes[1] == UInt8(ascii: "x") { return whole(bytes.dropFirst(2), radix: 16) }
      if bytes[1] == UInt8(ascii: "o") { return whole(bytes.dropFirst(2), radix: 8) }
    }
    guard let parts = Parts(bytes) else { return nil }
    if parts.isJSON { return String(decoding: bytes, as: UTF8.self) }
    var text = parts.isNegative ? "-" : ""
    let whole = bytes[parts.whole].drop { $0 == UInt8(ascii: "0") }
    text += whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self)
    if let fraction = parts.fraction {
      text += "." + (fraction.isEmpty ? "0" : String(decoding: bytes[fraction], as: UTF8.self))
    }
    return text + String(decoding: bytes[parts.exponent], as: UTF8.self)
  }

  private static func whole(_ digits: Slice<Bytes>, radix: UInt64) -> String? {
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = byte.hexDigitValue.map(UInt64.init), digit < radix else { return nil }
      let (product, overflows) = value.multipliedReportingOverflow(by: radix)
      guard !overflows else { return nil }
      value = product | digit
    }
    return String(value)
  }
}

extension YAMLNumber {
  /// Where the parts of a decimal number stand:
  /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
  private struct Parts {
    var isNegative = false
    var whole = 0..<0
    /// What follows the point, if there is one.
    var fraction: Range<Int>?
    /// The exponent with its letter; empty when there is none.
    var exponent = 0..<0
    /// Whether JSON spells it so, too.
    var isJSON = true

    init?(_ bytes: Bytes) {
      var position = 0
      if bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
        isNegative = bytes[0] == UInt8(ascii: "-")
        isJSON = isNegative
        position = 1
      }
      whole = Self.digits(bytes, from: position)
      position = whole.upperBound
      if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
        let digits = Self.digits(bytes, from: position + 1)
        fraction = digits
        position = digits.upperBound
      }
      guard !whole.isEmpty || fraction?.isEmpty == false else { return nil }
      exponent = position..<position
      if position < bytes.count {
        guard let end = Self.exponentEnd(bytes, from: position) else { return nil }
        exponent = position..<end
      }
      let hasLeadingZero = whole.count > 1 && bytes[whole.lowerBound] == UInt8(ascii: "0")
      isJSON = isJSON && !whole.isEmpty && fraction?.isEmpty != true && !hasLeadingZero
    }

    private static func digits(_ bytes: Bytes, from start: Int) -> Range<Int> {
      var end = start
      while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
      return start..<end
    }

    /// The end of the text, when an exponent reaches up to it.
    private static func exponentEnd(_ bytes: Bytes, from start: Int) -> Int? {
      guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
      var position = start + 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      let digits = digits(bytes, from: position)
      return !digits.isEmpty && digits.upperBound == bytes.count ? bytes.count : nil
    }
  }
}
