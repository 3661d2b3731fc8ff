/// A text that is sent but never shown: a token, a password, an API key.
///
/// Descriptions, `dump` and string interpolation give a placeholder. Encoding it writes the text,
/// so that a saved state can be resumed: keep such a state as you would keep the secret.
public struct Secret: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The text itself; asking for it is the one way to see it.
  public let revealed: String

  /// Makes a secret of a text.
  public init(_ text: String) { revealed = text }

  /// Makes a secret of a literal, for tests and examples.
  public init(stringLiteral text: String) { revealed = text }

  package static let placeholder = "<secret>"
}

extension Secret: Codable {
  /// Reads the text.
  public init(from decoder: any Decoder) throws {
    revealed = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(revealed)
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A placeholder.
  public var description: String { Self.placeholder }

  /// A placeholder.
  public var debugDescription: String { Self.placeholder }

  /// A mirror that shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret: JSONRepresentable, JSONDecodable {
  /// The text as a string; what takes it has to ask for ``isSecret``.
  public var jsonValue: JSONValue { .string(revealed) }

  /// True.
  public var isSecret: Bool { true }

  /// A string.
  public static var expected: String { String.expected }

  /// Takes what a string can be made from.
  public init?(lossless json: JSONValue) {
    guard let text = String(lossless: json) else { return nil }
    revealed = text
  }
}
