@_spi(Generated) public import ArazzoRuntime

extension RegexPattern {
  /// A part of a pattern. A string literal matches its text.
  public struct Part: Sendable, ExpressibleByStringLiteral {
    let node: Node

    init(_ node: Node) { self.node = node }

    /// Matches the text.
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
    case repeated(Node, minimum: Int, maximum: Int?)
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

extension RegexPattern.Part {
  /// Consecutive parts as one: `(?:…)`.
  public static func group(_ parts: Self...) -> Self { group(parts) }

  /// The text of a value of the run, matched literally.
  public static func text(_ value: (any JSONRepresentable)?) -> Self {
    Self(value.map { .text($0.jsonValue.text) } ?? .missing)
  }

  /// One of several parts: `a|b`.
  public static func either(_ options: Self...) -> Self { either(options) }

  /// Optional parts: `(?:…)?`.
  public static func optional(_ parts: Self...) -> Self { repeated(parts, minimum: 0, maximum: 1) }

  /// Parts any number of times: `(?:…)*`.
  public static func zeroOrMore(_ parts: Self...) -> Self {
    repeated(parts, minimum: 0, maximum: nil)
  }

  /// Parts at least once: `(?:…)+`.
  public static func oneOrMore(_ parts: Self...) -> Self {
    repeated(parts, minimum: 1, maximum: nil)
  }

  /// Parts this many times: `(?:…){3}`.
  public static func repeated(_ count: Int, _ parts: Self...) -> Self {
    repeated(parts, minimum: count, maximum: count)
  }

  /// Parts this many times: `(?:…){3,5}`.
  public static func repeated(_ count: ClosedRange<Int>, _ parts: Self...) -> Self {
    repeated(parts, minimum: count.lowerBound, maximum: count.upperBound)
  }

  /// Parts at least this many times: `(?:…){3,}`.
  public static func repeated(_ count: PartialRangeFrom<Int>, _ parts: Self...) -> Self {
    repeated(parts, minimum: count.lowerBound, maximum: nil)
  }

  /// Parts matched case-insensitively: `(?i:…)`.
  public static func ignoringCase(_ parts: Self...) -> Self { ignoringCase(parts) }

  package static func group(_ parts: [Self]) -> Self { Self(sequence(parts)) }
  package static func either(_ options: [Self]) -> Self { Self(.choice(options.map(\.node))) }
  package static func ignoringCase(_ parts: [Self]) -> Self { Self(.ignoringCase(sequence(parts))) }
  package static func repeated(_ parts: [Self], minimum: Int, maximum: Int?) -> Self {
    Self(.repeated(sequence(parts), minimum: minimum, maximum: maximum))
  }
}
