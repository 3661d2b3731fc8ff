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
  public var date: Date? { Self.seconds(text).map(Date.init(timeIntervalSince1970:)) }
}

extension Timestamp {
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
