import Foundation

/// A point in time (`date-time`) that keeps the text that was received.
///
/// The text can be more precise than a `Date`, for example with a time zone, or no valid date at
/// all.
public struct APITimestamp: JSONTyped, ExpressibleByStringLiteral {
  /// The text that was received or will be sent.
  public let text: String

  /// Creates a timestamp from any text.
  public init(_ text: String) { self.text = text }

  /// Creates a timestamp from a literal.
  public init(stringLiteral text: String) { self.text = text }

  /// Creates a timestamp in UTC, with milliseconds unless the date is a whole second.
  public init(_ date: Date) {
    let isWhole = date.timeIntervalSince1970.rounded(.down) == date.timeIntervalSince1970
    text = date.formatted(.iso8601(withFraction: !isWhole))
  }

  /// The point in time; `nil` if the text is not a date and time in the format of RFC 3339.
  public var date: Date? { Self.seconds(text).map(Date.init(timeIntervalSince1970:)) }
}

extension APITimestamp {
  /// A string.
  public static var expected: String { String.expected }

  /// Creates a timestamp from any string.
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
