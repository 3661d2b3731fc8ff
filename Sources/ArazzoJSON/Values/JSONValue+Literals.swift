extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
  /// Makes a boolean from `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// Makes a number from an integer literal.
  public init(integerLiteral value: Int64) { self = .number(JSONNumber(value)) }

  /// Makes a number from a decimal literal; use `JSONNumber(_:)` with text to keep more digits.
  public init(floatLiteral value: Double) {
    self = JSONNumber(String(describing: value)).map(JSONValue.number) ?? .null
  }

  /// Makes a string.
  public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// Makes an array; an element that is missing (`nil`) is left out, `.null` is not.
  public init(arrayLiteral elements: JSONValue?...) { self = .array(elements.compactMap(\.self)) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// Makes an object in the order written; a member that is missing (`nil`) is left out, one that
  /// is `.null` is not.
  public init(dictionaryLiteral members: (String, JSONValue?)...) {
    self = .object(JSONObject(present: members))
  }
}
