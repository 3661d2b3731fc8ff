/// Rules about texts in a format.
extension InputRule {
  /// Strings are a date and a time (RFC 3339).
  public static var dateTime: InputRule {
    text("be a date and a time, such as '2026-01-31T12:00:00Z'") { APITimestamp($0).date != nil }
  }

  /// Strings are a date (RFC 3339).
  public static var date: InputRule {
    text("be a date, such as '2026-01-31'") { APITimestamp.isDay($0) }
  }

  private static func text(
    _ text: String, _ isRight: @escaping @Sendable (String) -> Bool
  ) -> InputRule {
    InputRule(text) { if case .string(let text) = $0 { isRight(text) } else { true } }
  }
}
