/// A JSON number with its original digits.
///
/// Numbers compare by value (`5`, `5.0` and `5e0` are equal) and exactly, whatever their number of
/// digits. Only ``double`` rounds.
public struct JSONNumber: Sendable {
  enum Storage: Sendable {
    case integer(Int64)
    /// Anything else, as text that keeps to the grammar of JSON.
    case digits(String)
  }

  let storage: Storage

  init(storage: Storage) { self.storage = storage }

  /// Creates a number.
  public init(_ value: Int64) { storage = .integer(value) }

  /// Creates a number.
  public init(_ value: Int) { storage = .integer(Int64(value)) }

  /// Creates a number.
  public init(_ value: UInt64) {
    storage = Int64(exactly: value).map(Storage.integer) ?? .digits(String(value))
  }

  /// Creates a number, without a fraction if it is whole (`5`, not `5.0`); `nil` for infinity and
  /// NaN, which JSON does not have.
  public init?(_ value: Double) {
    if let integer = Int64(exactly: value), abs(value) < 1e15 {
      storage = .integer(integer)
    } else if value.isFinite {
      storage = .digits(String(describing: value))
    } else {
      return nil
    }
  }

  /// Parses a JSON number; `nil` if the text is anything else.
  public init?(_ text: String) {
    guard case .number(let number)? = try? JSONValue(parsing: text),
      text.first?.isJSONSpace == false,
      text.last?.isJSONSpace == false
    else { return nil }
    self = number
  }

  /// The value, if it is whole and fits into `Int64`. `5.0` is 5.
  public var int64: Int64? {
    switch storage {
    case .integer(let value): value
    case .digits(let text): DecimalDigits(text).int64
    }
  }

  /// The value, if it is whole and fits into `UInt64`.
  public var uint64: UInt64? {
    switch storage {
    case .integer(let value): UInt64(exactly: value)
    case .digits(let text): DecimalDigits(text).uint64
    }
  }

  /// The value, if it is whole and fits into `Int`.
  public var int: Int? { int64.flatMap(Int.init(exactly:)) }

  /// The nearest `Double`; infinite if the number is out of range.
  public var double: Double {
    switch storage {
    case .integer(let value): Double(value)
    case .digits(let text): Double(text) ?? .infinity
    }
  }
}

extension JSONNumber: CustomStringConvertible {
  /// The original digits.
  public var description: String {
    switch storage {
    case .integer(let value): String(value)
    case .digits(let text): text
    }
  }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// Creates a number.
  public init(integerLiteral value: Int64) { self.init(value) }

  /// Creates a number. For more digits, use ``init(_:)-(String)``.
  public init(floatLiteral value: Double) { self = JSONNumber(value) ?? 0 }
}

extension JSONNumber: Hashable, Comparable {
  /// Whether both have the same value.
  public static func == (left: Self, right: Self) -> Bool {
    if case .integer(let left) = left.storage, case .integer(let right) = right.storage {
      return left == right
    }
    return left.decimal == right.decimal
  }

  /// Whether the first is less than the second.
  public static func < (left: Self, right: Self) -> Bool {
    if case .integer(let left) = left.storage, case .integer(let right) = right.storage {
      return left < right
    }
    return left.decimal < right.decimal
  }

  /// Hashes the value. Equal numbers have equal hashes.
  public func hash(into hasher: inout Hasher) {
    if let int64 { hasher.combine(int64) } else { hasher.combine(decimal) }
  }

  private var decimal: DecimalDigits { DecimalDigits(description) }
}
