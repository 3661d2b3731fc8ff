/// A string of a response: one of the declared values, or another one.
public protocol OpenEnumeration: JSONTyped, RawRepresentable where RawValue == String {
  /// Creates the case of a string. Every string has one.
  init(rawValue: String)
}

extension OpenEnumeration {
  /// A string.
  public static var expected: String { String.expected }

  /// Accepts a value that converts to a string.
  public init?(lossless json: JSONValue) {
    guard let text = String(lossless: json) else { return nil }
    self.init(rawValue: text)
  }

  // The two below stand here and not only with `JSONTyped`: raw values bring coders of their own, and
  // between the two the compiler would choose neither and write the cases as they stand in Swift.

  /// Decodes any string.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try String(from: decoder))
  }

  /// Encodes the string.
  public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}
