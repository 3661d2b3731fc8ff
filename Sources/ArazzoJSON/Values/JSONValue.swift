/// Any JSON value, as it was received or as it will be sent.
///
/// Numbers keep the digits that they came with and objects the order of their members, so a value
/// that is read and written again says the same. Equality is strict: numbers compare by value,
/// strings by their code points, objects without regard to order, and unlike kinds are unequal.
public enum JSONValue: Sendable {
  /// The value `null`, which is not the same as a missing value (`nil`).
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number with the digits that it was sent with.
  case number(JSONNumber)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object; its members are ordered.
  case object(JSONObject)

  /// Makes the JSON value that stands for a Swift value.
  public init(_ value: some JSONRepresentable) {
    self = value.jsonValue
  }

  /// Makes the JSON value that stands for a Swift value, or nil where there is none.
  public init?(_ value: (some JSONRepresentable)?) {
    guard let value else { return nil }
    self = value.jsonValue
  }
}
