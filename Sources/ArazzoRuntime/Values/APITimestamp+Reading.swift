import Foundation

/// Reading dates as RFC 3339, section 5.6 writes them, byte by byte.
extension APITimestamp {
  /// Whether the text is a day that there is: `2024-02-29`.
  static func isDay(_ text: String) -> Bool {
    var bytes = DateBytes(text)
    return day(&bytes) != nil && bytes.isAtEnd
  }

  /// Seconds since 1970; `nil` where the text is no date with a time.
  static func seconds(_ text: String) -> Double? {
    var bytes = DateBytes(text)
    guard let day = day(&bytes), bytes.take(oneOf: ["T", "t"]) != nil,
      let time = time(&bytes), let offset = offset(&bytes), bytes.isAtEnd
    else { return nil }
    let minute = day.daysSince1970 * 1440 + time.minute - offset
    // A leap second comes at the end of a day in UTC; it is the first second of the next.
    let isLastMinute = (minute % 1440 + 1440) % 1440 == 1439
    guard time.second < 60 || isLastMinute else { return nil }
    return Double(minute * 60 + time.second) + time.fraction
  }

  private static func day(_ bytes: inout DateBytes) -> CalendarDay? {
    guard let year = bytes.digits(4), bytes.take("-"), let month = bytes.digits(2),
      bytes.take("-"), let day = bytes.digits(2)
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  private static func time(
    _ bytes: inout DateBytes
  ) -> (minute: Int, second: Int, fraction: Double)? {
    guard let minute = minuteOfDay(&bytes), bytes.take(":"), let second = bytes.digits(2),
      second <= 60
    else { return nil }
    guard bytes.take(".") else { return (minute, second, 0) }
    guard let digits = bytes.allDigits() else { return nil }
    return (minute, second, Double("0.\(digits.prefix(18))") ?? 0)
  }

  /// Minutes east of Greenwich.
  private static func offset(_ bytes: inout DateBytes) -> Int? {
    if bytes.take(oneOf: ["Z", "z"]) != nil { return 0 }
    guard let sign = bytes.take(oneOf: ["+", "-"]), let minutes = minuteOfDay(&bytes) else {
      return nil
    }
    return sign == 0 ? minutes : -minutes
  }

  private static func minuteOfDay(_ bytes: inout DateBytes) -> Int? {
    guard let hour = bytes.digits(2), hour < 24, bytes.take(":"), let minute = bytes.digits(2),
      minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}
