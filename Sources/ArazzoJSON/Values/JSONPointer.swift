/// The way from a JSON value to one inside it: a JSON Pointer (RFC 6901), such as `/items/0/id`,
/// whose `0` finds a member of that name as well, or a list of names and indexes, such as
/// `["items", 0, "id"]`, whose `0` finds an element and nothing else (RFC 9535).
public struct JSONPointer: Sendable, Hashable {
  /// One part of the way.
  public enum Step: Sendable, Hashable {
    /// A name in an object, an index in an array.
    case either(String)
    /// A name, which finds nothing in an array.
    case name(String)
    /// An index, from the end where negative, which finds nothing in an object.
    case index(Int)
  }

  /// The parts of the way, from the outside in.
  public var steps: [Step]

  /// Makes a pointer of names and indexes that are not escaped.
  public init(tokens: [String]) { steps = tokens.map(Step.either) }

  /// Names of members and indexes of elements, from the outside in, without escapes.
  public var tokens: [String] {
    steps.map { step in
      switch step {
      case .either(let token), .name(let token): token
      case .index(let index): String(index)
      }
    }
  }

  /// Reads a pointer; nil where the text is neither empty nor starts with `/`, or has a `~` that is
  /// neither `~0` nor `~1`.
  public init?(_ text: String) {
    guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return nil }
    steps = []
    for part in text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
      .dropFirst()
    {
      guard let token = Self.unescaped(part) else { return nil }
      steps.append(.either(token))
    }
  }

  private static func unescaped(_ part: Substring.UnicodeScalarView) -> String? {
    var token = String.UnicodeScalarView()
    var rest = part
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

extension JSONPointer: ExpressibleByStringLiteral {
  /// Makes a pointer from its text; a text that is no pointer is taken as the name of one member.
  public init(stringLiteral text: String) {
    self = JSONPointer(text) ?? JSONPointer(tokens: [text])
  }
}

extension JSONPointer: ExpressibleByArrayLiteral {
  /// Makes a pointer of names and indexes, each of which finds nothing but what it is.
  public init(arrayLiteral steps: Step...) { self.steps = steps }
}

extension JSONPointer.Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A name.
  public init(stringLiteral name: String) { self = .name(name) }

  /// An index.
  public init(integerLiteral index: Int) { self = .index(index) }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer as text, with its escapes.
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
