public import ArazzoRuntime

extension Pattern {
  /// A part of a pattern; a string literal stands for that text.
  public struct Part: Sendable, ExpressibleByStringLiteral {
    let node: Node

    init(_ node: Node) { self.node = node }

    /// Matches that text.
    public init(stringLiteral text: String) { node = .text(text) }

    static func sequence(_ parts: [Part]) -> Node {
      parts.count == 1 ? parts[0].node : .sequence(parts.map(\.node))
    }
  }

  /// What a part is.
  indirect enum Node: Sendable {
    case text(String)
    /// A value that is not there: the pattern has no match at all.
    case missing
    case set(CharacterSet)
    case sequence([Node])
    case choice([Node])
    case repeated(Node, least: Int, most: Int?)
    /// A match of it begins (or ends) here.
    case look(Node, isBehind: Bool, isNegated: Bool)
    case place(Place)
    case ignoringCase(Node)
  }

  /// Somewhere between two characters.
  enum Place: Sendable, Hashable {
    case start, end, lineStart, lineEnd, wordBoundary, notWordBoundary
  }
}

extension Pattern.Part {
  /// Parts that follow one another, as one: `(?:…)`.
  public static func group(_ parts: Self...) -> Self { group(parts) }

  /// A value of the run as text, matched as it is; nothing in it has a meaning of its own.
  public static func text(_ value: (any JSONRepresentable)?) -> Self {
    Self(value.map { .text($0.jsonValue.text) } ?? .missing)
  }

  /// One of several parts: `a|b`.
  public static func either(_ options: Self...) -> Self { either(options) }

  /// Parts that may be there: `(?:…)?`.
  public static func optional(_ parts: Self...) -> Self { repeated(parts, least: 0, most: 1) }

  /// Parts any number of times: `(?:…)*`.
  public static func zeroOrMore(_ parts: Self...) -> Self { repeated(parts, least: 0, most: nil) }

  /// Parts at least once: `(?:…)+`.
  public static func oneOrMore(_ parts: Self...) -> Self { repeated(parts, least: 1, most: nil) }

  /// Parts so many times: `(?:…){3}`.
  public static func repeated(_ count: Int, _ parts: Self...) -> Self {
    repeated(parts, least: count, most: count)
  }

  /// Parts so many times: `(?:…){3,5}`.
  public static func repeated(_ count: ClosedRange<Int>, _ parts: Self...) -> Self {
    repeated(parts, least: count.lowerBound, most: count.upperBound)
  }

  /// Parts at least so many times: `(?:…){3,}`.
  public static func repeated(_ count: PartialRangeFrom<Int>, _ parts: Self...) -> Self {
    repeated(parts, least: count.lowerBound, most: nil)
  }

  /// Parts in which the case of letters does not matter: `(?i:…)`.
  public static func ignoringCase(_ parts: Self...) -> Self { ignoringCase(parts) }

  package static func group(_ parts: [Self]) -> Self { Self(sequence(parts)) }
  package static func either(_ options: [Self]) -> Self { Self(.choice(options.map(\.node))) }
  package static func ignoringCase(_ parts: [Self]) -> Self { Self(.ignoringCase(sequence(parts))) }
  package static func repeated(_ parts: [Self], least: Int, most: Int?) -> Self {
    Self(.repeated(sequence(parts), least: least, most: most))
  }
}
