/// A text that is sent but never shown, such as a token, a password or an API key.
///
/// Descriptions, `dump` and string interpolation show a placeholder. Encoding writes the text, so
/// that a saved state can be resumed: store such a state as you would store the secret.
public struct Secret: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The text. Nothing else reveals it.
  public let revealed: String

  /// Creates a secret.
  public init(_ text: String) { revealed = text }

  /// Creates a secret from a literal, for tests and examples.
  public init(stringLiteral text: String) { revealed = text }

  package static let placeholder = "<secret>"
}

extension Secret: Codable {
  /// Decodes the text.
  public init(from decoder: any Decoder) throws {
    revealed = try decoder.singleValueContainer().decode(String.self)
    if case .only(let texts) = SecretReading(of: decoder), !texts.contains(revealed) {
      throw SecretEncodingError()
    }
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch SecretEncoding(of: encoder) {
    case nil: try container.encode(revealed)
    case .masked: try container.encode(Self.placeholder)
    case .refused: throw SecretEncodingError()
    }
  }
}

/// What an encoder does with a secret where its text must not be written, in its `userInfo`.
package enum SecretEncoding: Sendable {
  /// It writes a placeholder.
  case masked
  /// It throws ``SecretEncodingError``.
  case refused

  private static let key = CodingUserInfoKey(rawValue: "ArazzoRuntime.SecretEncoding")

  init?(of encoder: any Encoder) {
    guard let key = Self.key, let found = encoder.userInfo[key] as? Self else { return nil }
    self = found
  }

  /// Adds it to the `userInfo` of an encoder.
  package func add(to userInfo: inout [CodingUserInfoKey: any Sendable]) {
    if let key = Self.key { userInfo[key] = self }
  }
}

/// Which secrets a decoder reads from a value that must not hold any, in its `userInfo`.
package enum SecretReading: Sendable {
  case all
  /// Those that the value doesn't hold itself; it throws ``SecretEncodingError`` for others.
  case only(Set<String>)

  private static let key = CodingUserInfoKey(rawValue: "ArazzoRuntime.SecretReading")

  init(of decoder: any Decoder) {
    self = Self.key.flatMap { decoder.userInfo[$0] as? Self } ?? .all
  }

  /// Adds it to the `userInfo` of a decoder.
  package func add(to userInfo: inout [CodingUserInfoKey: any Sendable]) {
    if let key = Self.key { userInfo[key] = self }
  }
}

/// A value that must not hold a secret holds one.
package struct SecretEncodingError: Error {}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A placeholder.
  public var description: String { Self.placeholder }

  /// A placeholder.
  public var debugDescription: String { Self.placeholder }

  /// An empty mirror.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret: JSONRepresentable, JSONDecodable {
  /// The text as a string. Check ``isSecret`` before showing it.
  public var jsonValue: JSONValue { .string(revealed) }

  /// True.
  public var isSecret: Bool { true }

  /// A string.
  public static var expected: String { String.expected }

  /// Creates a secret from a value that converts to a string.
  public init?(lossless json: JSONValue) {
    guard let text = String(lossless: json) else { return nil }
    revealed = text
  }
}
