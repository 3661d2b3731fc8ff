extension RegexPattern.Part {
  /// Any character except line terminators: `.`.
  public static var any: Self { one(notOf: "\n", "\r", "\u{2028}", "\u{2029}") }
  /// Any character: `[^]`.
  public static var everyCharacter: Self { one(notOf: []) }
  /// No character: `[]`.
  public static var noCharacter: Self { one(of: []) }
  /// A digit from 0 to 9: `\d`.
  public static var digit: Self { one(of: .digit) }
  /// Anything but a digit: `\D`.
  public static var notDigit: Self { one(of: .notDigit) }
  /// A letter of ASCII, a digit or `_`: `\w`.
  public static var word: Self { one(of: .word) }
  /// Anything but a letter of ASCII, a digit or `_`: `\W`.
  public static var notWord: Self { one(of: .notWord) }
  /// White space or the end of a line: `\s`.
  public static var space: Self { one(of: .space) }
  /// Anything but white space: `\S`.
  public static var notSpace: Self { one(of: .notSpace) }

  /// One of these characters: `[…]`.
  public static func one(of members: RegexPattern.Characters...) -> Self { one(of: members) }

  /// Any character except these: `[^…]`.
  public static func one(notOf members: RegexPattern.Characters...) -> Self { one(notOf: members) }

  package static func one(of members: [RegexPattern.Characters]) -> Self {
    Self(.set(.init(isInverted: false, members: members)))
  }

  package static func one(notOf members: [RegexPattern.Characters]) -> Self {
    Self(.set(.init(isInverted: true, members: members)))
  }
}

extension RegexPattern {
  /// A set of characters. A literal of one character stands for it.
  public struct Characters: Sendable, ExpressibleByUnicodeScalarLiteral {
    let test: Test

    enum Test: Sendable {
      case range(ClosedRange<Unicode.Scalar>)
      case digit, word, space
      case categories(Set<Unicode.GeneralCategory>)
      indirect case not(Test)
    }

    init(_ test: Test) { self.test = test }

    /// The character.
    public init(unicodeScalarLiteral scalar: Unicode.Scalar) { test = .range(scalar...scalar) }

    /// The characters of a range: `a-z`; none if the range is reversed.
    public static func range(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> Self {
      first <= last ? Self(.range(first...last)) : Self(.categories([]))
    }

    /// A digit from 0 to 9: `\d`.
    public static var digit: Self { Self(.digit) }
    /// Anything but a digit: `\D`.
    public static var notDigit: Self { Self(.not(.digit)) }
    /// A letter of ASCII, a digit or `_`: `\w`.
    public static var word: Self { Self(.word) }
    /// Anything but a letter of ASCII, a digit or `_`: `\W`.
    public static var notWord: Self { Self(.not(.word)) }
    /// White space or the end of a line: `\s`.
    public static var space: Self { Self(.space) }
    /// Anything but white space: `\S`.
    public static var notSpace: Self { Self(.not(.space)) }

    /// The characters of a Unicode general category, by its short name: `\p{Lu}`.
    public static func category(_ name: String) -> Self {
      Self(.categories(Unicode.GeneralCategory.named(name) ?? []))
    }

    /// The characters of all other categories: `\P{Lu}`.
    public static func notCategory(_ name: String) -> Self { Self(.not(category(name).test)) }
  }
}
