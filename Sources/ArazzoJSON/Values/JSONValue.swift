/// Any JSON value, as it was received or will be sent.
///
/// Numbers keep their digits and objects the order of their members, so reading and writing a value
/// preserves both. Equality is strict: numbers compare by value, strings by code points, objects
/// regardless of order, and values of different kinds are unequal.
public enum JSONValue: Sendable {
  /// The value `null`, as opposed to a missing value (`nil`).
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number with its original digits.
  case number(JSONNumber)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object with its members in order.
  case object(JSONObject)

  /// Creates the JSON value of a Swift value.
  public init(_ value: some JSONRepresentable) {
    self = value.jsonValue
  }

  /// Creates the JSON value of a Swift value; `nil` if there is none.
  public init?(_ value: (some JSONRepresentable)?) {
    guard let value else { return nil }
    self = value.jsonValue
  }
}
