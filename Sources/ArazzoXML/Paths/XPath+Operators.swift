extension XPath {
  /// Whether an operand is true.
  public static func or(_ operands: XPath...) -> XPath { XPath(.or(operands)) }

  /// Whether all operands are true.
  public static func and(_ operands: XPath...) -> XPath { XPath(.and(operands)) }

  /// Whether both are equal. For a node-set, whether some node is.
  public static func equal(_ left: XPath, _ right: XPath) -> XPath { binary(.equal, left, right) }

  /// Whether both differ. For a node-set, whether some node does.
  public static func notEqual(_ left: XPath, _ right: XPath) -> XPath {
    binary(.notEqual, left, right)
  }

  /// Whether the first number is less than the second.
  public static func less(_ left: XPath, _ right: XPath) -> XPath { binary(.less, left, right) }

  /// Whether the first number is less than or equal to the second.
  public static func lessOrEqual(_ left: XPath, _ right: XPath) -> XPath {
    binary(.lessOrEqual, left, right)
  }

  /// Whether the first number is greater than the second.
  public static func greater(_ left: XPath, _ right: XPath) -> XPath {
    binary(.greater, left, right)
  }

  /// Whether the first number is greater than or equal to the second.
  public static func greaterOrEqual(_ left: XPath, _ right: XPath) -> XPath {
    binary(.greaterOrEqual, left, right)
  }

  /// `left + right`.
  public static func plus(_ left: XPath, _ right: XPath) -> XPath { binary(.plus, left, right) }

  /// `left - right`.
  public static func minus(_ left: XPath, _ right: XPath) -> XPath { binary(.minus, left, right) }

  /// `left * right`.
  public static func times(_ left: XPath, _ right: XPath) -> XPath { binary(.times, left, right) }

  /// `left div right`, which has a fraction.
  public static func divided(_ left: XPath, _ right: XPath) -> XPath {
    binary(.divided, left, right)
  }

  /// `left mod right`, with the sign of the first.
  public static func remainder(_ left: XPath, _ right: XPath) -> XPath {
    binary(.remainder, left, right)
  }

  /// `-operand`.
  public static func negated(_ operand: XPath) -> XPath { XPath(.negated(operand)) }

  private static func binary(_ operation: Operator, _ left: XPath, _ right: XPath) -> XPath {
    XPath(.binary(operation, left, right))
  }
}
