extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
  /// Creates a boolean.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// Creates a number.
  public init(integerLiteral value: Int64) { self = .number(JSONNumber(value)) }

  /// Creates a number. For more digits, use ``JSONNumber/init(_:)-(String)``.
  public init(floatLiteral value: Double) {
    self = JSONNumber(String(describing: value)).map(JSONValue.number) ?? .null
  }

  /// Creates a string.
  public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// Creates an array. Elements that are `nil` are omitted; `.null` is kept.
  public init(arrayLiteral elements: JSONValue?...) { self = .array(elements.compactMap(\.self)) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// Creates an object with its members in this order. Members that are `nil` are omitted; `.null`
  /// is kept.
  public init(dictionaryLiteral members: (String, JSONValue?)...) {
    self = .object(JSONObject(present: members))
  }
}
