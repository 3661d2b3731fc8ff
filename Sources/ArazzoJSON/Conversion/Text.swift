/// A text put together from parts, as `Bearer {$inputs.token}` is.
///
/// Scalars go in as they read (numbers with their digits as sent, `null` as `null`), objects and
/// arrays as compact JSON.
public struct Text: Sendable, Hashable, JSONRepresentable {
  /// The text.
  public let string: String
  /// Whether a part is secret, which makes the whole one.
  public let isSecret: Bool

  /// Joins the parts; nil where one of them is missing, for then the text is missing as a whole.
  public init?(_ parts: (any JSONRepresentable)?...) {
    self.init(joining: parts)
  }

  /// Joins the parts; empty where one of them is missing.
  public init(orEmpty parts: (any JSONRepresentable)?...) {
    let text = Text(joining: parts)
    string = text?.string ?? ""
    isSecret = text?.isSecret ?? false
  }

  /// A value as it reads, escaped for the text and the attributes of XML; what XML can't hold becomes
  /// U+FFFD.
  public init?(xml value: (any JSONRepresentable)?) {
    guard let value else { return nil }
    var string = ""
    for scalar in value.jsonValue.text.unicodeScalars { string += Self.escaped(scalar) }
    self.string = string
    isSecret = value.isSecret
  }

  private init?(joining parts: [(any JSONRepresentable)?]) {
    var string = ""
    var isSecret = false
    for part in parts {
      guard let part else { return nil }
      string += part.jsonValue.text
      isSecret = isSecret || part.isSecret
    }
    self.string = string
    self.isSecret = isSecret
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&", "<", ">", "\"", "'", "\t", "\n", "\r": "&#\(scalar.value);"
    case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
    default: String(scalar)
    }
  }

  /// The text as a string.
  public var jsonValue: JSONValue { .string(string) }
}

extension Text: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The text, or a placeholder where it is secret.
  public var description: String { isSecret ? Secret.placeholder : string }

  /// The text in quotes, or a placeholder where it is secret.
  public var debugDescription: String { isSecret ? Secret.placeholder : string.debugDescription }

  /// A mirror that shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
