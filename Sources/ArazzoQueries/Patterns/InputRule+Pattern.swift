@_spi(Generated) public import ArazzoRuntime

extension InputRule {
  /// Strings match a pattern somewhere.
  ///
  /// - Parameters:
  ///   - pattern: The pattern.
  ///   - text: The pattern as written in the schema, for errors.
  public static func pattern(_ pattern: RegexPattern, _ text: String) -> InputRule {
    InputRule("match the pattern '\(text)'") { value in
      if case .string = value { pattern.finds(in: value) } else { true }
    }
  }
}
