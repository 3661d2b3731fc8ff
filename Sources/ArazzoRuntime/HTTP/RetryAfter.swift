import Foundation

/// Reads the `Retry-After` field (RFC 9110, section 10.2.3).
enum RetryAfter {
  /// How long to wait; `nil` where the field is negative, past, or can't be read (rule A6).
  static func duration(_ text: String, now: Date) -> Duration? {
    let text = text.trimmingCharacters(in: .whitespaces)
    if !text.isEmpty, text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
      return .seconds(min(Int64(text) ?? .max, longest))
    }
    guard let date = date(text) else { return nil }
    let seconds = date.timeIntervalSince(now)
    return seconds < 0 ? nil : .seconds(min(seconds, Double(longest)))
  }

  /// A wait past every bound: about 31,000 years.
  private static let longest: Int64 = 1_000_000_000_000

  /// Reads an IMF-fixdate: `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func date(_ text: String) -> Date? {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    formatter.isLenient = false
    return formatter.date(from: text)
  }
}
