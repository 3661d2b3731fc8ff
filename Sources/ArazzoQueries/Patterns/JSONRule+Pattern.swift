public import ArazzoRuntime

extension JSONRule {
  /// A pattern has a match in texts.
  ///
  /// The text is the pattern as written.
  public static func pattern(_ pattern: Pattern, _ text: String) -> JSONRule {
    JSONRule("match the pattern '\(text)'") { value in
      if case .string = value { pattern.finds(in: value) } else { true }
    }
  }
}
