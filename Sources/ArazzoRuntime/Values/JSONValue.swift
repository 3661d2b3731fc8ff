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

extension JSONValue: Hashable {
  /// Whether both are the same JSON value; `5` and `5.0` are, `5` and `"5"` are not.
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.hasSameCodePoints(as: right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  /// Feeds the value to a hasher; equal values hash equally.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let bool): hasher.combine(bool)
    case .number(let number): hasher.combine(number)
    case .string(let text): hasher.combine(text)
    case .array(let elements): hasher.combine(elements)
    case .object(let object): hasher.combine(object)
    }
  }
}

extension String {
  /// Whether both hold the same code points; `==` also takes canonically equivalent ones for equal.
  func hasSameCodePoints(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
