/// A value of a response with a type of its own. It is read leniently, kept as it was sent, and
/// written as it was sent.
public protocol JSONTyped: Hashable, Codable, JSONRepresentable, JSONDecodable {}

extension JSONTyped {
  /// Reads whatever JSON the type can be made from.
  public init(from decoder: any Decoder) throws {
    let json = try JSONValue(from: decoder)
    guard let value = Self(lossless: json) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "expected \(Self.expected), found \(json.kind)"))
    }
    self = value
  }

  /// Writes the value as it was sent.
  public func encode(to encoder: any Encoder) throws { try jsonValue.encode(to: encoder) }
}
