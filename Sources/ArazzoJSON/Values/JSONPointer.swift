/// The location of a value in a JSON value.
///
/// It is a JSON Pointer (RFC 6901) such as `/items/0/id`, whose `0` is an index or a name, or a
/// list of names and indexes such as `["items", 0, "id"]`, whose `0` is only an index.
public struct JSONPointer: Sendable {
  /// A part of a pointer.
  public enum Step: Sendable, Hashable {
    /// A name in an object, or an index in an array.
    case either(String)
    /// A name in an object.
    case name(String)
    /// An index in an array, from the end if it is negative.
    case index(Int)
  }

  private enum Storage: Sendable {
    /// A JSON Pointer in which nothing is escaped: it is followed as it is, without a copy of its parts.
    case plain(String)
    case steps([Step])
  }

  private var storage: Storage

  /// The parts of the pointer, from the root.
  public var steps: [Step] {
    get {
      switch storage {
      case .plain(let text):
        text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
          .map { .either(String(Substring($0))) }
      case .steps(let steps): steps
      }
    }
    set { storage = .steps(newValue) }
  }

  /// The pointer as text, if it is one in which nothing is escaped.
  var plainText: String? { if case .plain(let text) = storage { text } else { nil } }

  /// Creates a pointer from unescaped reference tokens.
  public init(tokens: [String]) { storage = .steps(tokens.map(Step.either)) }

  /// The names and indexes, from the root, unescaped.
  public var tokens: [String] {
    steps.map { step in
      switch step {
      case .either(let token), .name(let token): token
      case .index(let index): String(index)
      }
    }
  }

  /// Parses a JSON Pointer; `nil` if the text is neither empty nor starts with `/`, or contains a
  /// `~` that is neither `~0` nor `~1`.
  public init?(_ text: String) {
    guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return nil }
    guard text.utf8.contains(UInt8(ascii: "~")) else {
      storage = .plain(text)
      return
    }
    var steps: [Step] = []
    var rest = text.utf8[...]
    while rest.popFirst() != nil {
      let part = rest.prefix { $0 != UInt8(ascii: "/") }
      guard let token = Self.unescaped(Substring(part)) else { return nil }
      steps.append(.either(token))
      rest = rest[part.endIndex...]
    }
    storage = .steps(steps)
  }

  private static func unescaped(_ part: Substring) -> String? {
    var token = String.UnicodeScalarView()
    var rest = part.unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar == "~" ? rest.popFirst() : nil {
      case "0": token.append("~")
      case "1": token.append("/")
      default:
        if scalar == "~" { return nil }
        token.append(scalar)
      }
    }
    return String(token)
  }

  /// The index that a token is: digits without a zero in front.
  static func index(_ token: String) -> Int? {
    let digits = token.utf8
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      digits.count == 1 || digits.first != UInt8(ascii: "0")
    else { return nil }
    return Int(token)
  }
}

extension JSONPointer: Hashable {
  /// Whether both have the same parts.
  public static func == (left: Self, right: Self) -> Bool { left.steps == right.steps }

  /// Hashes the parts.
  public func hash(into hasher: inout Hasher) { hasher.combine(steps) }
}

extension JSONPointer: ExpressibleByStringLiteral {
  /// Creates a pointer from a literal. A text that is not a JSON Pointer is the name of a member.
  public init(stringLiteral text: String) {
    self = JSONPointer(text) ?? JSONPointer(tokens: [text])
  }
}

extension JSONPointer: ExpressibleByArrayLiteral {
  /// Creates a pointer from names and indexes.
  public init(arrayLiteral steps: Step...) { storage = .steps(steps) }
}

extension JSONPointer.Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// Creates a name.
  public init(stringLiteral name: String) { self = .name(name) }

  /// Creates an index.
  public init(integerLiteral index: Int) { self = .index(index) }
}

extension JSONPointer: CustomStringConvertible {
  /// The JSON Pointer as text, escaped.
  public var description: String { tokens.map { "/" + Self.escaped($0) }.joined() }

  private static func escaped(_ token: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in token.unicodeScalars {
      switch scalar {
      case "~": text.append(contentsOf: "~0".unicodeScalars)
      case "/": text.append(contentsOf: "~1".unicodeScalars)
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
