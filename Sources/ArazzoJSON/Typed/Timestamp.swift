import Foundation

/// A point in time with the text that it was sent as, which may say more than a date can hold (a time
/// zone, more digits) or be no date at all.
public struct Timestamp: JSONTyped, ExpressibleByStringLiteral {
  /// The text as it was sent or is to be sent.
  public let text: String

  /// Takes a text as it is.
  public init(_ text: String) { self.text = text }

  /// Takes a literal as it is.
  public init(stringLiteral text: String) { self.text = text }

  /// The point in time in UTC, to the millisecond where it has a fraction of a second.
  public init(_ date: Date) {
    let isWhole = date.timeIntervalSince1970.rounded(.down) == date.timeIntervalSince1970
    text = date.formatted(.iso8601(withFraction: !isWhole))
  }

  /// The point in time; `nil` where the text is none as RFC 3339 writes it.
  public var date: Date? {
    let text = self.text.uppercased()
    guard Self.isDay(text.prefix(10)) else { return nil }
    return (try? Date(text, strategy: .iso8601(withFraction: false)))
      ?? (try? Date(text, strategy: .iso8601(withFraction: true)))
  }
}

extension Timestamp {
  /// Whether the text is a day that there is: `2024-02-29`.
  static func isDay(_ text: Substring) -> Bool {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    guard text.utf8.count == 10, numbers.count == 3, (1...12).contains(numbers[1]) else {
      return false
    }
    let year = numbers[0]
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[numbers[1] - 1]).contains(numbers[2])
  }

  /// A string.
  public static var expected: String { String.expected }

  /// Takes any text.
  public init?(lossless json: JSONValue) {
    guard case .string(let text) = json else { return nil }
    self.init(text)
  }

  /// The text as a string.
  public var jsonValue: JSONValue { .string(text) }
}

extension FormatStyle where Self == Date.ISO8601FormatStyle {
  fileprivate static func iso8601(withFraction hasFraction: Bool) -> Self {
    Date.ISO8601FormatStyle(includingFractionalSeconds: hasFraction)
  }
}

extension ParseStrategy where Self == Date.ISO8601FormatStyle {
  fileprivate static func iso8601(withFraction hasFraction: Bool) -> Self {
    Date.ISO8601FormatStyle(includingFractionalSeconds: hasFraction)
  }
}
