/// A value of a response that is of one of several types, or another value.
public protocol JSONUnion: JSONTyped {
  /// Tells by the value what it is: every value is something.
  init(json: JSONValue)
}

extension JSONUnion {
  /// Anything will do.
  public static var expected: String { JSONValue.expected }

  /// Takes any value.
  public init?(lossless json: JSONValue) { self.init(json: json) }
}
