import Foundation

/// Coding with any decoder and encoder.
///
/// For JSON, ``JSONValue/init(parsing:maximumDepth:)-([UInt8],_)`` and ``JSONValue/serialized()``
/// are many times faster, and preserve the order of members and the digits of numbers. A decoder
/// does not provide the order of members, so they are sorted by name. Coders use much stack for
/// each level, so nesting deeper than 64 levels is an error.
extension JSONValue: Codable {
  /// Decodes any value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(JSONNumber.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if decoder.codingPath.count >= Self.maximumCodingDepth {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: Self.tooDeep)
    } else if (try? decoder.unkeyedContainer()) != nil {
      self = .array(try container.decode([JSONValue].self))
    } else {
      self = .object(try container.decode(JSONObject.self))
    }
  }

  private static let maximumCodingDepth = 64
  private static let tooDeep = "nested more than \(maximumCodingDepth) levels deep"

  /// Encodes the value.
  public func encode(to encoder: any Encoder) throws {
    if encoder.codingPath.count >= Self.maximumCodingDepth {
      throw EncodingError.invalidValue(
        self, .init(codingPath: encoder.codingPath, debugDescription: Self.tooDeep))
    }
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let bool): try container.encode(bool)
    case .number(let number): try container.encode(number)
    case .string(let text): try container.encode(text)
    case .array(let elements): try container.encode(elements)
    case .object(let object): try container.encode(object)
    }
  }
}

extension JSONObject: Codable {
  /// Reads an object; its members are sorted by name.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.singleValueContainer().decode([String: JSONValue].self)
    self.init(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// Writes an object as a dictionary, so that no strategy for coding keys renames its members.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Dictionary(map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
  }
}

extension JSONNumber: Codable {
  /// Decodes a number as exactly as the decoder allows.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let integer = try? container.decode(Int64.self) {
      self.init(integer)
    } else if let decimal = try? container.decode(Decimal.self),
      let number = JSONNumber(decimal.description)
    {
      self = number
    } else if let number = JSONNumber(try container.decode(Double.self)) {
      self = number
    } else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not finite")
    }
  }

  /// Encodes the number as exactly as the encoder allows: as an integer, as a double if that is the
  /// same number, else as a decimal of up to 38 digits, or as the nearest double.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let int64 {
      try container.encode(int64)
    } else if JSONNumber(double) == self {
      try container.encode(double)
    } else if let decimal = Decimal(string: description), decimal.isFinite {
      try container.encode(decimal)
    } else if double.isFinite {
      try container.encode(double)
    } else {
      throw EncodingError.invalidValue(
        self, .init(codingPath: encoder.codingPath, debugDescription: "too large a number"))
    }
  }
}

extension KeyedDecodingContainer {
  /// The value for a key; `nil` if there is none. `null` is ``JSONValue/null``.
  ///
  /// The standard library's `decodeIfPresent` treats `null` as a missing value.
  public func decodeIfPresent(_: JSONValue.Type, forKey key: Key) throws -> JSONValue? {
    contains(key) ? try decode(JSONValue.self, forKey: key) : nil
  }
}
