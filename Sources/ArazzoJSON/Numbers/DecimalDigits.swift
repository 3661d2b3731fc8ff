/// A decimal number taken apart, in one form for each value: `±0.d₁d₂…dₙ × 10^point`.
///
/// It is as long as the text that it was made from, whatever the exponent says. Exponents past
/// ±10¹² count as ±10¹².
struct DecimalDigits: Hashable {
  private var isNegative = false
  /// In ASCII, without zeros at either end; empty for zero.
  private var digits: [UInt8] = []
  private var point = 0

  /// Takes apart a text that keeps to JSON's grammar of numbers.
  init(_ text: String) {
    var sawPoint = false
    var exponent = text.utf8[...]
    while let byte = exponent.popFirst(), byte | 0x20 != UInt8(ascii: "e") {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): sawPoint = true
      default:
        if !digits.isEmpty || byte != UInt8(ascii: "0") {
          digits.append(byte)
          point += sawPoint ? 0 : 1
        } else {
          point -= sawPoint ? 1 : 0
        }
      }
    }
    point += Self.exponent(exponent)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty { (isNegative, point) = (false, 0) }
  }

  private static func exponent(_ text: Substring.UTF8View) -> Int {
    var value = 0
    for byte in text where byte >= UInt8(ascii: "0") {
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000_000_000)
    }
    return text.first == UInt8(ascii: "-") ? -value : value
  }

  /// The number where it is whole and fits 64 bits.
  var int64: Int64? { whole.flatMap { Int64($0) } }

  /// The number where it is whole, not negative and fits 64 bits.
  var uint64: UInt64? { whole.flatMap { UInt64($0) } }

  /// A whole number of twenty digits at most.
  private var whole: String? {
    if digits.isEmpty { return "0" }
    guard digits.count <= point, point <= 20 else { return nil }
    let zeros = String(repeating: "0", count: point - digits.count)
    return (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self) + zeros
  }
}

extension DecimalDigits: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    if left.sign != right.sign { return left.sign < right.sign }
    return left.isNegative ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
  }

  private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

  private func isCloserToZero(than other: Self) -> Bool {
    point != other.point
      ? point < other.point : digits.lexicographicallyPrecedes(other.digits)
  }
}
