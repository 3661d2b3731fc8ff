/// A JSON number with the digits that it was sent with.
///
/// Numbers compare by value (`5`, `5.0` and `5e0` are equal) and exactly, however many digits they
/// have: nothing passes through a `Double` unless ``double`` is asked for.
public struct JSONNumber: Sendable {
  enum Storage: Sendable {
    case integer(Int64)
    /// Anything else, as text that keeps to the grammar of JSON.
    case digits(String)
  }

  let storage: Storage

  init(storage: Storage) { self.storage = storage }

  /// Makes a number from an integer.
  public init(_ value: Int64) { storage = .integer(value) }

  /// Makes a number from an integer.
  public init(_ value: Int) { storage = .integer(Int64(value)) }

  /// Makes a number from an integer.
  public init(_ value: UInt64) {
    storage = Int64(exactly: value).map(Storage.integer) ?? .digits(String(value))
  }

  /// Makes a number from a double, a whole one without a fraction (`5`, not `5.0`); nil for
  /// infinity and not-a-number, which JSON does not have.
  public init?(_ value: Double) {
    if let integer = Int64(exactly: value), abs(value) < 1e15 {
      storage = .integer(integer)
    } else if value.isFinite {
      storage = .digits(String(describing: value))
    } else {
      return nil
    }
  }

  /// Makes a number from its JSON text; nil where the text is not exactly one number.
  public init?(_ text: String) {
    guard case .number(let number)? = try? JSONValue(parsing: text),
      text.first?.isJSONSpace == false,
      text.last?.isJSONSpace == false
    else { return nil }
    self = number
  }

  /// The number where it is whole and fits 64 bits; `5.0` is 5.
  public var int64: Int64? {
    switch storage {
    case .integer(let value): value
    case .digits(let text): DecimalDigits(text).int64
    }
  }

  /// The number where it is whole, not negative and fits 64 bits.
  public var uint64: UInt64? {
    switch storage {
    case .integer(let value): UInt64(exactly: value)
    case .digits(let text): DecimalDigits(text).uint64
    }
  }

  /// The number where it is whole and fits an `Int`.
  public var int: Int? { int64.flatMap(Int.init(exactly:)) }

  /// The nearest double; infinite where the number is out of range.
  public var double: Double {
    switch storage {
    case .integer(let value): Double(value)
    case .digits(let text): Double(text) ?? .infinity
    }
  }
}

extension JSONNumber: CustomStringConvertible {
  /// The digits as they were sent.
  public var description: String {
    switch storage {
    case .integer(let value): String(value)
    case .digits(let text): text
    }
  }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// Makes a number from an integer literal.
  public init(integerLiteral value: Int64) { self.init(value) }

  /// Makes a number from a decimal literal, which is finite; use text to keep more digits.
  public init(floatLiteral value: Double) { self = JSONNumber(value) ?? 0 }
}

extension JSONNumber: Hashable, Comparable {
  /// Whether both are the same number, however written.
  public static func == (left: Self, right: Self) -> Bool {
    if case .integer(let left) = left.storage, case .integer(let right) = right.storage {
      return left == right
    }
    return left.decimal == right.decimal
  }

  /// Whether the first is the smaller number.
  public static func < (left: Self, right: Self) -> Bool {
    if case .integer(let left) = left.storage, case .integer(let right) = right.storage {
      return left < right
    }
    return left.decimal < right.decimal
  }

  /// Feeds the number to a hasher; equal numbers hash equally.
  public func hash(into hasher: inout Hasher) {
    if let int64 { hasher.combine(int64) } else { hasher.combine(decimal) }
  }

  private var decimal: DecimalDigits { DecimalDigits(description) }
}
