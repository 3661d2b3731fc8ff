extension Pattern.Part {
  /// The start of the text: `^`.
  public static var start: Self { Self(.place(.start)) }
  /// The end of the text: `$`.
  public static var end: Self { Self(.place(.end)) }
  /// The start of a line: `^` in `(?m:…)`.
  public static var lineStart: Self { Self(.place(.lineStart)) }
  /// The end of a line: `$` in `(?m:…)`.
  public static var lineEnd: Self { Self(.place(.lineEnd)) }
  /// The start or the end of a word: `\b`.
  public static var wordBoundary: Self { Self(.place(.wordBoundary)) }
  /// Neither the start nor the end of a word: `\B`.
  public static var notWordBoundary: Self { Self(.place(.notWordBoundary)) }

  /// A place where a match of the parts begins: `(?=…)`.
  public static func ahead(_ parts: Self...) -> Self {
    look(parts, isBehind: false, isNegated: false)
  }

  /// A place where no match of the parts begins: `(?!…)`.
  public static func notAhead(_ parts: Self...) -> Self {
    look(parts, isBehind: false, isNegated: true)
  }

  /// A place where a match of the parts ends: `(?<=…)`.
  public static func behind(_ parts: Self...) -> Self {
    look(parts, isBehind: true, isNegated: false)
  }

  /// A place where no match of the parts ends: `(?<!…)`.
  public static func notBehind(_ parts: Self...) -> Self {
    look(parts, isBehind: true, isNegated: true)
  }

  package static func look(_ parts: [Self], isBehind: Bool, isNegated: Bool) -> Self {
    Self(.look(sequence(parts), isBehind: isBehind, isNegated: isNegated))
  }
}
