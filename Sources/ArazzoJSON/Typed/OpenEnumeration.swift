/// A text of a response that is one of those that its description lists, or another one.
public protocol OpenEnumeration: JSONTyped, RawRepresentable where RawValue == String {
  /// The case of a text: every text has one.
  init(rawValue: String)
}

extension OpenEnumeration {
  /// A string.
  public static var expected: String { String.expected }

  /// Takes what a string can be made from.
  public init?(lossless json: JSONValue) {
    guard let text = String(lossless: json) else { return nil }
    self.init(rawValue: text)
  }

  // The two below stand here and not only with `JSONTyped`: raw values bring coders of their own, and
  // between the two the compiler would choose neither and write the cases as they stand in Swift.

  /// Reads any text.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try String(from: decoder))
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}
