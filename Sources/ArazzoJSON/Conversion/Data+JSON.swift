import Foundation

extension Data: JSONRepresentable, JSONDecodable {
  /// Base64 text.
  public static var expected: String { "base64 text" }

  /// The bytes as base64 text.
  public var jsonValue: JSONValue { .string(base64EncodedString()) }

  /// Converts a base64 string.
  public init?(lossless json: JSONValue) {
    guard case .string(let text) = json else { return nil }
    self.init(base64Encoded: text)
  }
}
