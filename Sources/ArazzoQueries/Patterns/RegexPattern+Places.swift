extension RegexPattern.Part {
  /// The start of the text: `^`.
  public static var start: Self { Self(.place(.start)) }
  /// The end of the text: `$`.
  public static var end: Self { Self(.place(.end)) }
  /// The start of a line: `^` in `(?m:…)`.
  public static var lineStart: Self { Self(.place(.lineStart)) }
  /// The end of a line: `$` in `(?m:…)`.
  public static var lineEnd: Self { Self(.place(.lineEnd)) }
  /// A word boundary: `\b`.
  public static var wordBoundary: Self { Self(.place(.wordBoundary)) }
  /// A position that is no word boundary: `\B`.
  public static var notWordBoundary: Self { Self(.place(.notWordBoundary)) }

  /// A position where the parts match: `(?=…)`.
  public static func ahead(_ parts: Self...) -> Self {
    look(parts, isBehind: false, isNegated: false)
  }

  /// A position where the parts do not match: `(?!…)`.
  public static func notAhead(_ parts: Self...) -> Self {
    look(parts, isBehind: false, isNegated: true)
  }

  /// A position where a match of the parts ends: `(?<=…)`.
  public static func behind(_ parts: Self...) -> Self {
    look(parts, isBehind: true, isNegated: false)
  }

  /// A position where no match of the parts ends: `(?<!…)`.
  public static func notBehind(_ parts: Self...) -> Self {
    look(parts, isBehind: true, isNegated: true)
  }

  package static func look(_ parts: [Self], isBehind: Bool, isNegated: Bool) -> Self {
    Self(.look(sequence(parts), isBehind: isBehind, isNegated: isNegated))
  }
}
