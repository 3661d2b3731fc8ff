/// A value of a response that has one of several types, or another one.
public protocol JSONUnion: JSONTyped {
  /// Creates the case that matches the value. Every value has one.
  init(json: JSONValue)
}

extension JSONUnion {
  /// Any value.
  public static var expected: String { JSONValue.expected }

  /// Accepts any value.
  public init?(lossless json: JSONValue) { self.init(json: json) }
}
