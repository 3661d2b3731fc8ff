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
}
