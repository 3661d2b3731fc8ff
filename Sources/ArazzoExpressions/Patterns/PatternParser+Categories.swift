import ArazzoDocuments

extension PatternParser {
  /// `{Lu}`, `{Letter}` or `{General_Category=Letter}` after `\p`: the short name.
  mutating func parseCategory(from start: Int) throws(ExpressionError) -> String {
    guard scanner.take("{") else {
      throw scanner.error("'\\p' is followed by a category", at: start, suggestion: "\\p{L}")
    }
    let name = scanner.takeRun { $0.isLetter || $0.isDigit || $0 == "_" || $0 == "=" }
    guard scanner.take("}") else { throw scanner.error("this '{' has no '}'", at: start) }
    if Self.shortNames.contains(name), language == .ecma || name != "LC" { return name }
    guard language == .ecma else {
      throw scanner.error("RFC 9485 has no category '\(name)'", at: start, suggestion: "\\p{L}")
    }
    let value = name.split(separator: "=", omittingEmptySubsequences: false)
    if value.count == 2, value[0] == "gc" || value[0] == "General_Category" {
      if let short = Self.short(String(value[1])) { return short }
    } else if value.count == 1, let short = Self.short(name) {
      return short
    }
    throw scanner.error(
      "'\(name)' is no general category of Unicode, and others are not supported", at: start,
      suggestion: Suggestion.nearest(to: name, in: Self.longNames.keys.sorted()))
  }

  private static func short(_ name: String) -> String? {
    shortNames.contains(name) ? name : longNames[name]
  }

  private static let shortNames: Set<String> = [
    "L", "LC", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P",
    "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp",
    "C", "Cc", "Cf", "Co", "Cn",
  ]

  private static let longNames: [String: String] = [
    "Letter": "L", "Cased_Letter": "LC", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll",
    "Titlecase_Letter": "Lt", "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M",
    "Combining_Mark": "M", "Nonspacing_Mark": "Mn", "Spacing_Mark": "Mc", "Enclosing_Mark": "Me",
    "Number": "N", "Decimal_Number": "Nd", "digit": "Nd", "Letter_Number": "Nl",
    "Other_Number": "No", "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc",
    "Dash_Punctuation": "Pd", "Open_Punctuation": "Ps", "Close_Punctuation": "Pe",
    "Initial_Punctuation": "Pi", "Final_Punctuation": "Pf", "Other_Punctuation": "Po",
    "Symbol": "S", "Math_Symbol": "Sm", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk",
    "Other_Symbol": "So", "Separator": "Z", "Space_Separator": "Zs", "Line_Separator": "Zl",
    "Paragraph_Separator": "Zp", "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf",
    "Private_Use": "Co", "Unassigned": "Cn",
  ]
}
