/// Rules about texts in a format.
extension JSONRule {
  /// Texts are a date and a time as RFC 3339 writes them.
  public static var dateTime: JSONRule {
    text("be a date and a time, as '2026-01-31T12:00:00Z'") { Timestamp($0).date != nil }
  }

  /// Texts are a day as RFC 3339 writes it.
  public static var date: JSONRule {
    text("be a date, as '2026-01-31'") { Timestamp.isDay($0) }
  }

  private static func text(
    _ text: String, _ isRight: @escaping @Sendable (String) -> Bool
  ) -> JSONRule {
    JSONRule(text) { if case .string(let text) = $0 { isRight(text) } else { true } }
  }
}
