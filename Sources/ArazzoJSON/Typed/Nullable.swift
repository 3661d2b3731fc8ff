/// A value or `null`, for a schema that allows `null`.
///
/// `null` is not the same as a missing value. An input `note: Nullable<String>?` that is `nil` is
/// omitted, `.null` is sent as `null`, and any other value, such as a literal, is sent:
///
///     Inputs(id: "7", note: "Call back", due: .null)
public enum Nullable<Wrapped> {
  /// The value `null`.
  case null
  /// Any other value.
  case value(Wrapped)

  /// Creates a value, or `null` from `nil`.
  public init(_ value: Wrapped?) { self = value.map(Self.value) ?? .null }

  /// The value; `nil` if it is `null`.
  public var value: Wrapped? {
    switch self {
    case .null: nil
    case .value(let value): value
    }
  }

  /// Transforms the value; `null` stays `null`.
  public func map<Other>(_ transform: (Wrapped) -> Other) -> Nullable<Other> {
    Nullable<Other>(value.map(transform))
  }
}

extension Nullable: Sendable where Wrapped: Sendable {}
extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}

extension Nullable: Decodable where Wrapped: Decodable {
  /// Decodes `null` or a value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = container.decodeNil() ? .null : .value(try container.decode(Wrapped.self))
  }
}

extension Nullable: Encodable where Wrapped: Encodable {
  /// Encodes `null` or the value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .value(let value): try container.encode(value)
    }
  }
}

extension KeyedDecodingContainer {
  /// The value for a key; `nil` if there is none. `null` is ``Nullable/null``.
  ///
  /// The standard library's `decodeIfPresent` treats `null` as a missing value.
  public func decodeIfPresent<Wrapped: Decodable>(
    _: Nullable<Wrapped>.Type, forKey key: Key
  ) throws -> Nullable<Wrapped>? {
    contains(key) ? try decode(Nullable<Wrapped>.self, forKey: key) : nil
  }
}

extension Nullable: JSONRepresentable where Wrapped: JSONRepresentable {
  /// The value as JSON, or `null`.
  public var jsonValue: JSONValue { value?.jsonValue ?? .null }

  /// Whether the value is secret.
  public var isSecret: Bool { value?.isSecret ?? false }
}

extension Nullable: JSONDecodable where Wrapped: JSONDecodable {
  /// What the value accepts, or `null`.
  public static var expected: String { "\(Wrapped.expected) or null" }

  /// Accepts `null` and what the value accepts.
  public init?(lossless json: JSONValue) {
    if json == .null {
      self = .null
    } else if let value = Wrapped(lossless: json) {
      self = .value(value)
    } else {
      return nil
    }
  }
}
