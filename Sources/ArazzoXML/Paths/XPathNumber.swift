/// Numbers as XPath reads and writes them.
package enum XPathNumber {
  /// Reads a number after section 4.4 of XPath 1.0: no exponent, no `+`; not-a-number otherwise.
  package static func read(_ text: String) -> Double {
    var rest = Substring(text).utf8.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    let digits = rest.first == UInt8(ascii: "-") ? rest.dropFirst() : rest
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, digits.count >= parts.count,
      parts.allSatisfy({ $0.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } })
    else { return .nan }
    let whole = parts.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let fraction = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
    let sign = digits.count < rest.count ? "-" : ""
    return Double("\(sign)0\(whole).\(fraction)0") ?? .nan
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x9 || byte == 0xA || byte == 0xD
  }

  /// Writes a number after section 4.2: no exponent, and no point where it is whole.
  static func write(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    let parts = number.magnitude.description.lowercased().split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let digits = String(mantissa[0]) + fraction
    let sign = number < 0 ? "-" : ""
    return sign + place(digits, point: mantissa[0].utf8.count + exponent)
  }

  /// The digits with a point after so many of them.
  private static func place(_ digits: String, point: Int) -> String {
    let count = digits.utf8.count
    if point >= count { return digits + String(repeating: "0", count: point - count) }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    return "\(digits.prefix(point)).\(digits.dropFirst(point))"
  }

  /// The nearest whole number; of two, the larger (section 4.4).
  static func round(_ number: Double) -> Double {
    guard number.isFinite else { return number }
    let below = number.rounded(.down)
    let result = number - below >= 0.5 ? below + 1 : below
    return result == 0 && number.sign == .minus ? -0.0 : result
  }
}
