import Foundation

/// Reads the `Retry-After` field (RFC 9110, section 10.2.3).
enum RetryAfter {
  /// How long to wait; `nil` where the field is negative, past, or can't be read (rule A6).
  static func duration(_ text: String, now: Date) -> Duration? {
    let text = text.trimmingCharacters(in: .whitespaces)
    if !text.isEmpty, text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
      return .seconds(min(Int64(text) ?? .max, longest))
    }
    guard let date = secondsSince1970(text) else { return nil }
    let seconds = Double(date) - now.timeIntervalSince1970
    return seconds < 0 ? nil : .seconds(min(seconds, Double(longest)))
  }

  /// A wait past every bound: about 31,000 years.
  private static let longest: Int64 = 1_000_000_000_000

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads an IMF-fixdate: `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func secondsSince1970(_ text: String) -> Int64? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 6, words[0].hasSuffix(","), words[5] == "GMT",
      let day = number(words[1], 1...31), let year = number(words[3], 1...9999),
      let month = months.firstIndex(of: String(words[2]))
    else { return nil }
    let clock = words[4].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, let hour = number(clock[0], 0...23),
      let minute = number(clock[1], 0...59), let second = number(clock[2], 0...60)
    else { return nil }
    return daysSince1970(year: year, month: Int64(month) + 1, day: day) * 86400
      + hour * 3600 + minute * 60 + second
  }

  private static func number(_ text: Substring, _ range: ClosedRange<Int64>) -> Int64? {
    guard text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
      return nil
    }
    return Int64(text).flatMap { range.contains($0) ? $0 : nil }
  }

  /// Days in the Gregorian calendar, counted in years that begin in March.
  private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
