import Foundation

/// A date as HTTP writes it, in any of its three forms (RFC 9110, section 5.6.7).
struct HTTPDate {
  private var bytes: DateBytes
  private let now: Date

  /// The point in time; `nil` where the text is none.
  ///
  /// - Parameter now: What a year of two digits is near to: at most 50 years before it.
  static func date(_ text: String, now: Date) -> Date? {
    var reader = HTTPDate(bytes: DateBytes(text), now: now)
    guard let date = reader.date(), reader.bytes.isAtEnd else { return nil }
    return date
  }

  private mutating func date() -> Date? {
    if bytes.take(oneOf: Self.longWeekdays) != nil { return rfc850() }
    guard bytes.take(oneOf: Self.weekdays) != nil else { return nil }
    return bytes.take(",") ? fixdate() : asctime()
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`.
  private mutating func fixdate() -> Date? {
    guard bytes.take(" "), let day = bytes.digits(2), bytes.take(" "), let month = month(),
      bytes.take(" "), let year = bytes.digits(4), bytes.take(" "), let time = time(),
      bytes.take(" GMT")
    else { return nil }
    return Self.date(CalendarDay(year: year, month: month, day: day), time)
  }

  /// `Sunday, 06-Nov-94 08:49:37 GMT`.
  private mutating func rfc850() -> Date? {
    guard bytes.take(", "), let day = bytes.digits(2), bytes.take("-"), let month = month(),
      bytes.take("-"), let digits = bytes.digits(2), bytes.take(" "), let time = time(),
      bytes.take(" GMT")
    else { return nil }
    // More than 50 years ahead means the last year with these digits that has passed.
    let year = Calendar.utc.component(.year, from: now)
    let last = year + 50
    let near = last - (last - digits) % 100
    let date = Self.date(CalendarDay(year: near, month: month, day: day), time)
    let limit = Calendar.utc.date(byAdding: .year, value: 50, to: now) ?? now
    guard near == last, date.map({ $0 > limit }) ?? true else { return date }
    return Self.date(CalendarDay(year: near - 100, month: month, day: day), time)
  }

  /// `Sun Nov  6 08:49:37 1994`.
  private mutating func asctime() -> Date? {
    guard bytes.take(" "), let month = month(), bytes.take(" "),
      let day = bytes.take(" ") ? bytes.digits(1) : bytes.digits(2), bytes.take(" "),
      let time = time(), bytes.take(" "), let year = bytes.digits(4)
    else { return nil }
    return Self.date(CalendarDay(year: year, month: month, day: day), time)
  }

  private mutating func month() -> Int? { bytes.take(oneOf: Self.months).map { $0 + 1 } }

  /// The second of the day; the 60th of a minute is a leap second.
  private mutating func time() -> Int? {
    guard let hour = bytes.digits(2), hour < 24, bytes.take(":"), let minute = bytes.digits(2),
      minute < 60, bytes.take(":"), let second = bytes.digits(2), second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func date(_ day: CalendarDay?, _ second: Int) -> Date? {
    day.map { Date(timeIntervalSince1970: Double($0.daysSince1970 * 86_400 + second)) }
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let longWeekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension Calendar {
  fileprivate static var utc: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }
}
