/// A day of the Gregorian calendar.
package struct CalendarDay: Sendable, Hashable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// `nil` if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month) else { return nil }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...days[month - 1]).contains(day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The number of days since January 1, 1970.
  package var daysSince1970: Int {
    // Years begin in March, so that the leap day is the last of one.
    let year = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let leapDays = Self.floor(year, 4) - Self.floor(year, 100) + Self.floor(year, 400)
    return year * 365 + leapDays + dayOfYear - 719_468
  }

  private static func floor(_ number: Int, _ divisor: Int) -> Int {
    (number - ((number % divisor) + divisor) % divisor) / divisor
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }
}

/// Reads the parts of a date from text.
package struct DateBytes {
  private var rest: Substring.UTF8View

  package init(_ text: String) { rest = text[...].utf8 }

  package var isAtEnd: Bool { rest.isEmpty }

  /// Reads exactly this number of digits.
  package mutating func digits(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(Self.isDigit) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Reads at least one digit, up to the next other character.
  package mutating func allDigits() -> Substring? {
    let digits = rest.prefix(while: Self.isDigit)
    rest = rest.dropFirst(digits.count)
    return digits.isEmpty ? nil : Substring(digits)
  }

  /// Reads the text, if it is next.
  package mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  /// Reads one of the texts, if it is next, and returns its index.
  package mutating func take(oneOf texts: [String]) -> Int? {
    for (place, text) in texts.enumerated() where take(text) { return place }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
