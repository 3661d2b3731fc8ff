/// The comparisons of `simple` conditions, which are loose.
///
/// Strings compare case-insensitively. A number and a numeric string compare as numbers, two
/// strings as text. A missing value counts as `null`, which equals only `null`. Values of other
/// different kinds are unequal. Arrays and objects compare member by member with the same rules.
/// Only two numbers or two strings are ordered; for other values, `less` and its relatives are
/// false.
@_spi(Generated) public enum LooseComparison {
  /// `left == right`.
  public static func equal(
    _ left: (any JSONRepresentable)?, _ right: (any JSONRepresentable)?
  ) -> Bool {
    areEqual(left?.jsonValue ?? .null, right?.jsonValue ?? .null)
  }

  /// `left != right`.
  public static func notEqual(
    _ left: (any JSONRepresentable)?, _ right: (any JSONRepresentable)?
  ) -> Bool {
    !equal(left, right)
  }

  /// `left < right`.
  public static func less(
    _ left: (any JSONRepresentable)?, _ right: (any JSONRepresentable)?
  ) -> Bool {
    order(left, right).map { $0 < 0 } ?? false
  }

  /// `left <= right`.
  public static func lessOrEqual(
    _ left: (any JSONRepresentable)?, _ right: (any JSONRepresentable)?
  ) -> Bool {
    order(left, right).map { $0 <= 0 } ?? false
  }

  /// `left > right`.
  public static func greater(
    _ left: (any JSONRepresentable)?, _ right: (any JSONRepresentable)?
  ) -> Bool {
    less(right, left)
  }

  /// `left >= right`.
  public static func greaterOrEqual(
    _ left: (any JSONRepresentable)?, _ right: (any JSONRepresentable)?
  ) -> Bool {
    lessOrEqual(right, left)
  }

  /// A single operand: true unless it is `false`, `null` or missing.
  public static func isTrue(_ value: (any JSONRepresentable)?) -> Bool {
    switch value?.jsonValue {
    case nil, .null, .bool(false): false
    default: true
    }
  }
}

extension LooseComparison {
  private static func areEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
    JSONValue.isEqual(left, right) { left, right in
      switch (left, right) {
      case (.string(let left), .string(let right)):
        left.hasSameCodePoints(as: right) || left.caseFolded == right.caseFolded
      case (.number, .string), (.string, .number):
        left.losslessNumber != nil && left.losslessNumber == right.losslessNumber
      default: left == right
      }
    }
  }

  private static func order(
    _ left: (any JSONRepresentable)?, _ right: (any JSONRepresentable)?
  ) -> Int? {
    switch (left?.jsonValue, right?.jsonValue) {
    case (.string(let left)?, .string(let right)?):
      JSONValue.order(left.caseFolded, right.caseFolded)
    case (let left?, let right?):
      JSONValue.order(
        left.losslessNumber.map(JSONValue.number), right.losslessNumber.map(JSONValue.number))
    default: nil
    }
  }
}

extension String {
  /// The code points without regard to case.
  fileprivate var caseFolded: [Unicode.Scalar] {
    unicodeScalars.flatMap { scalar in
      scalar.isASCII
        ? [scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar]
        : scalar.properties.uppercaseMapping.unicodeScalars.flatMap {
          Array($0.properties.lowercaseMapping.unicodeScalars)
        }
    }
  }
}
