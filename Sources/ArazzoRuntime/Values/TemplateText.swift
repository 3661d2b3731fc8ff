/// A text with embedded values, such as `Bearer {$inputs.token}`.
///
/// Scalars are inserted as text (numbers with the digits that were received, `null` as `null`),
/// objects and arrays as compact JSON.
@_spi(Generated) public struct TemplateText: Sendable, Hashable, JSONRepresentable {
  /// The text.
  public let string: String
  /// Whether a part is secret, which makes the whole text secret.
  public let isSecret: Bool

  /// Joins the parts; `nil` if one of them is missing.
  public init?(_ parts: (any JSONRepresentable)?...) {
    self.init(joining: parts)
  }

  /// Joins the parts; empty if one of them is missing.
  public init(orEmpty parts: (any JSONRepresentable)?...) {
    let text = TemplateText(joining: parts)
    string = text?.string ?? ""
    isSecret = text?.isSecret ?? false
  }

  /// A value as text, escaped for XML text and attributes. Characters that XML cannot contain
  /// become U+FFFD.
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

extension TemplateText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The text, or a placeholder if it is secret.
  public var description: String { isSecret ? Secret.placeholder : string }

  /// The text in quotes, or a placeholder if it is secret.
  public var debugDescription: String { isSecret ? Secret.placeholder : string.debugDescription }

  /// An empty mirror.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
