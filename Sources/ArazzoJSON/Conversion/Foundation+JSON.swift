import Foundation

extension UUID: JSONRepresentable, JSONDecodable {
  /// Text like `123e4567-e89b-12d3-a456-426614174000`.
  public static var expected: String { "a UUID" }

  /// The identifier as text in small letters (RFC 9562, section 4).
  public var jsonValue: JSONValue { .string(uuidString.lowercased()) }

  /// Takes text that is an identifier.
  public init?(lossless json: JSONValue) {
    guard case .string(let text) = json else { return nil }
    self.init(uuidString: text)
  }
}

extension URL: JSONRepresentable, JSONDecodable {
  /// Text that is a URL.
  public static var expected: String { "a URL" }

  /// The URL as text.
  public var jsonValue: JSONValue { .string(absoluteString) }

  /// Takes text that is a URL.
  public init?(lossless json: JSONValue) {
    guard case .string(let text) = json else { return nil }
    self.init(string: text)
  }
}
