import Foundation

/// Reads the `Retry-After` field (RFC 9110, section 10.2.3).
package enum RetryAfter {
  /// How long to wait; `nil` where the field is negative, past, or can't be read (rule A6). Seconds
  /// with a fraction, which the standard does not have, are rounded up.
  package static func duration(_ text: String, now: Date) -> Duration? {
    let field = text.withoutOuterSpace
    if let seconds = seconds(field) { return .seconds(seconds) }
    guard let date = HTTPDate.date(field, now: now) else { return nil }
    let seconds = date.timeIntervalSince(now)
    return seconds < 0 ? nil : .seconds(min(seconds, Double(maximum)))
  }

  private static func seconds(_ text: String) -> Int64? {
    var bytes = DateBytes(text)
    guard let whole = bytes.allDigits() else { return nil }
    let seconds = min(Int64(whole) ?? .max, maximum)
    if bytes.isAtEnd { return seconds }
    guard bytes.take("."), let fraction = bytes.allDigits(), bytes.isAtEnd else { return nil }
    return fraction.utf8.allSatisfy { $0 == UInt8(ascii: "0") } ? seconds : seconds + 1
  }

  /// A wait past every bound: about 31,000 years.
  private static let maximum: Int64 = 1_000_000_000_000
}

extension String {
  /// The text without the spaces and tabs that HTTP admits around a field's value.
  fileprivate var withoutOuterSpace: String {
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var bytes = utf8.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
