/// A typed value of a response, which keeps the JSON that was received. It is decoded leniently and
/// encoded unchanged.
public protocol JSONTyped: Hashable, Codable, JSONRepresentable, JSONDecodable {}

extension JSONTyped {
  /// Decodes any JSON that the type accepts.
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

  /// Encodes the JSON that was received.
  public func encode(to encoder: any Encoder) throws { try jsonValue.encode(to: encoder) }
}
