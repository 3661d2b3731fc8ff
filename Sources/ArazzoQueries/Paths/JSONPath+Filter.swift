extension JSONPath {
  /// The condition of a filter selector.
  public struct Filter: Sendable {
    let node: Node

    indirect enum Node: Sendable {
      case all([Filter])
      case any([Filter])
      case not(Filter)
      case exists(Query)
      case comparison(Comparison, Operand, Operand)
      case matches(Operand, RegexPattern)
      /// The second is the pattern; `isWhole` where all of the text must match.
      case matchesText(Operand, Operand, isWhole: Bool)
    }

    enum Comparison: Sendable { case equal, less, lessOrEqual }

    init(_ node: Node) { self.node = node }
  }
}

extension JSONPath.Filter {
  /// `a && b`.
  public static func all(_ filters: Self...) -> Self { all(filters) }
  /// `a || b`.
  public static func any(_ filters: Self...) -> Self { any(filters) }
  /// `!a`.
  public static func not(_ filter: Self) -> Self { Self(.not(filter)) }
  /// Whether a query selects a node.
  public static func exists(_ query: JSONPath.Query) -> Self { Self(.exists(query)) }

  package static func all(_ filters: [Self]) -> Self { Self(.all(filters)) }
  package static func any(_ filters: [Self]) -> Self { Self(.any(filters)) }
}

extension JSONPath.Filter {
  /// An operand of a comparison.
  public typealias Operand = JSONPath.Operand

  /// `left == right`. Two operands without a value are equal.
  public static func equal(_ left: Operand, _ right: Operand) -> Self {
    Self(.comparison(.equal, left, right))
  }

  /// `left != right`.
  public static func notEqual(_ left: Operand, _ right: Operand) -> Self {
    .not(.equal(left, right))
  }

  /// `left < right`, of two numbers or two strings.
  public static func less(_ left: Operand, _ right: Operand) -> Self {
    Self(.comparison(.less, left, right))
  }

  /// `left <= right`: one is less, or both are equal.
  public static func lessOrEqual(_ left: Operand, _ right: Operand) -> Self {
    Self(.comparison(.lessOrEqual, left, right))
  }

  /// `left > right`, of two numbers or two strings.
  public static func greater(_ left: Operand, _ right: Operand) -> Self { .less(right, left) }

  /// `left >= right`: one is greater, or both are equal.
  public static func greaterOrEqual(_ left: Operand, _ right: Operand) -> Self {
    .lessOrEqual(right, left)
  }
}

extension JSONPath.Filter {
  /// Whether the whole string matches the pattern: `match(…)`.
  public static func match(_ operand: Operand, _ pattern: RegexPattern) -> Self {
    Self(.matches(operand, pattern.anchored))
  }

  /// Whether the pattern matches somewhere in the string: `search(…)`.
  public static func search(_ operand: Operand, _ pattern: RegexPattern) -> Self {
    Self(.matches(operand, pattern))
  }

  /// Whether the whole string matches the pattern (RFC 9485) in another operand; false if that is
  /// no pattern.
  public static func match(_ operand: Operand, pattern: Operand) -> Self {
    Self(.matchesText(operand, pattern, isWhole: true))
  }

  /// Whether the pattern (RFC 9485) in another operand matches somewhere in the string; false if
  /// that is no pattern.
  public static func search(_ operand: Operand, pattern: Operand) -> Self {
    Self(.matchesText(operand, pattern, isWhole: false))
  }
}
