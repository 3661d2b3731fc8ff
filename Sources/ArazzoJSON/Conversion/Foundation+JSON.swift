import Foundation

extension UUID: JSONRepresentable, JSONDecodable {
  /// A UUID, such as `123e4567-e89b-12d3-a456-426614174000`.
  public static var expected: String { "a UUID" }

  /// The UUID as a lowercase string (RFC 9562, section 4).
  public var jsonValue: JSONValue { .string(uuidString.lowercased()) }

  /// Converts a string that is a UUID.
  public init?(lossless json: JSONValue) {
    guard case .string(let text) = json else { return nil }
    self.init(uuidString: text)
  }
}

extension URL: JSONRepresentable, JSONDecodable {
  /// A URL.
  public static var expected: String { "a URL" }

  /// The URL as a string.
  public var jsonValue: JSONValue { .string(absoluteString) }

  /// Converts a string that is a URL.
  public init?(lossless json: JSONValue) {
    guard case .string(let text) = json else { return nil }
    self.init(string: text)
  }
}
