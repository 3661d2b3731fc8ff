/// A value that can be sent, because it has a JSON value.
///
/// An enum with string raw values only declares its conformance.
public protocol JSONRepresentable: Sendable {
  /// The value as JSON.
  var jsonValue: JSONValue { get }
  /// Whether the value must never be shown. It is handled as a credential wherever it is sent.
  var isSecret: Bool { get }
}

extension JSONRepresentable {
  /// False.
  public var isSecret: Bool { false }
}

extension JSONRepresentable where Self: RawRepresentable, RawValue == String {
  /// The raw value as a string.
  public var jsonValue: JSONValue { .string(rawValue) }
}

extension JSONValue: JSONRepresentable {
  /// The value itself.
  public var jsonValue: JSONValue { self }
}

extension String: JSONRepresentable {
  /// The text as a string.
  public var jsonValue: JSONValue { .string(self) }
}

extension Int: JSONRepresentable {
  /// The integer as a number.
  public var jsonValue: JSONValue { .number(JSONNumber(self)) }
}

extension Int64: JSONRepresentable {
  /// The integer as a number.
  public var jsonValue: JSONValue { .number(JSONNumber(self)) }
}

extension UInt64: JSONRepresentable {
  /// The integer as a number.
  public var jsonValue: JSONValue { .number(JSONNumber(self)) }
}

extension Double: JSONRepresentable {
  /// The double as a number, a whole one without a fraction; `null` where it is not finite.
  public var jsonValue: JSONValue { JSONNumber(self).map(JSONValue.number) ?? .null }
}

extension Bool: JSONRepresentable {
  /// The boolean as it is.
  public var jsonValue: JSONValue { .bool(self) }
}

extension Array: JSONRepresentable where Element: JSONRepresentable {
  /// The elements as an array.
  public var jsonValue: JSONValue {
    if Element.self == JSONValue.self, let values = self as? [JSONValue] { return .array(values) }
    return .array(map { $0.jsonValue })
  }

  /// Whether any element is secret.
  public var isSecret: Bool { contains { $0.isSecret } }
}

extension Dictionary: JSONRepresentable where Key == String, Value: JSONRepresentable {
  /// The members as an object, sorted by name.
  public var jsonValue: JSONValue {
    .object(JSONObject(sorted { $0.key < $1.key }.map { ($0.key, $0.value.jsonValue) }))
  }

  /// Whether any value is secret.
  public var isSecret: Bool { values.contains(where: \.isSecret) }
}
