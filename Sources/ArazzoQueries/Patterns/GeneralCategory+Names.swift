extension Unicode.GeneralCategory {
  /// The categories that a short name stands for, several for a name of one letter.
  static func named(_ name: String) -> Set<Self>? {
    if let category = byName[name] { return [category] }
    if name == "LC" { return [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter] }
    guard name.utf8.count == 1 else { return nil }
    let members = byName.filter { $0.key.hasPrefix(name) }.map(\.value)
    return members.isEmpty ? nil : Set(members)
  }

  private static let byName: [String: Self] = [
    "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter, "Lm": .modifierLetter,
    "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark, "Me": .enclosingMark,
    "Nd": .decimalNumber, "Nl": .letterNumber, "No": .otherNumber, "Pc": .connectorPunctuation,
    "Pd": .dashPunctuation, "Ps": .openPunctuation, "Pe": .closePunctuation,
    "Pi": .initialPunctuation, "Pf": .finalPunctuation, "Po": .otherPunctuation,
    "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol, "So": .otherSymbol,
    "Zs": .spaceSeparator, "Zl": .lineSeparator, "Zp": .paragraphSeparator, "Cc": .control,
    "Cf": .format, "Co": .privateUse, "Cn": .unassigned,
  ]
}
