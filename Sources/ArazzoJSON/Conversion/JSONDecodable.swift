/// A type that outputs and values in responses can have.
///
/// A scalar of another type is converted if nothing is lost: `5.0` to the integer 5, `"12"` to 12,
/// and 12 to the string `"12"`.
public protocol JSONDecodable: Sendable {
  /// The expected JSON for an error message, such as `an integer`.
  static var expected: String { get }
  /// Creates a value; `nil` if the conversion would lose something.
  init?(lossless json: JSONValue)
}

extension JSONValue: JSONDecodable {
  /// Any value.
  public static var expected: String { "a value" }

  /// Accepts any value.
  public init?(lossless json: JSONValue) { self = json }
}

extension String: JSONDecodable {
  /// A string.
  public static var expected: String { "a string" }

  /// Converts a string, a number with its digits as sent, or a boolean as `true` or `false`.
  public init?(lossless json: JSONValue) {
    switch json {
    case .string, .number, .bool: self = json.text
    case .null, .array, .object: return nil
    }
  }
}

extension Int: JSONDecodable {
  /// An integer.
  public static var expected: String { "a 64-bit integer" }

  /// Converts a number without a fraction, or a string that contains one.
  public init?(lossless json: JSONValue) {
    guard let value = json.losslessNumber?.int else { return nil }
    self = value
  }
}

extension UInt64: JSONDecodable {
  /// An integer that is not negative.
  public static var expected: String { "an unsigned 64-bit integer" }

  /// Converts a number without a sign or a fraction, or a string that contains one.
  public init?(lossless json: JSONValue) {
    guard let value = json.losslessNumber?.uint64 else { return nil }
    self = value
  }
}

extension Double: JSONDecodable {
  /// A number.
  public static var expected: String { "a number" }

  /// Converts a number in range, or a string that contains one, unless it is a 64-bit integer that
  /// a double would round.
  public init?(lossless json: JSONValue) {
    guard let number = json.losslessNumber, number.double.isFinite else { return nil }
    if let integer = number.int64, Int64(exactly: number.double) != integer { return nil }
    self = number.double
  }
}

extension Bool: JSONDecodable {
  /// A boolean.
  public static var expected: String { "true or false" }

  /// Converts a boolean, or the strings `true` and `false`.
  public init?(lossless json: JSONValue) {
    switch json {
    case .bool(let value): self = value
    case "true": self = true
    case "false": self = false
    default: return nil
    }
  }
}

extension Array: JSONDecodable where Element: JSONDecodable {
  /// An array of the elements' type.
  public static var expected: String { "an array in which each element is \(Element.expected)" }

  /// Converts an array if all of its elements can be converted.
  public init?(lossless json: JSONValue) {
    guard case .array(let elements) = json else { return nil }
    self = elements.compactMap(Element.init(lossless:))
    if count != elements.count { return nil }
  }
}

extension Dictionary: JSONDecodable where Key == String, Value: JSONDecodable {
  /// An object of the values' type.
  public static var expected: String { "an object in which each value is \(Value.expected)" }

  /// Converts an object if all of its values can be converted.
  public init?(lossless json: JSONValue) {
    guard case .object(let object) = json else { return nil }
    self = [:]
    for (name, value) in object {
      guard let value = Value(lossless: value) else { return nil }
      self[name] = value
    }
  }
}

extension JSONValue {
  /// The number that the value is, or that its string is in JSON's grammar.
  package var losslessNumber: JSONNumber? {
    switch self {
    case .number(let number): number
    case .string(let text): JSONNumber(text)
    default: nil
    }
  }
}
