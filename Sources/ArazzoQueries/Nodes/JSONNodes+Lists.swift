@_spi(Generated) import ArazzoRuntime

/// Comparing the nodes of two queries, in time that grows with what both hold and not with the number
/// of pairs. Two that hold more than fifty million values compare as false.
extension JSONNodes {
  /// Whether some node of one list equals some node of the other. If the other list is empty,
  /// nothing holds.
  public func some(equal other: JSONNodes) -> Bool {
    if isEmpty { return other.values.contains(.null) }
    guard canCompare(other) else { return false }
    return !Set(values).isDisjoint(with: other.values)
  }

  /// Whether some node differs from some node of the other list. An empty list counts as `null`.
  public func some(notEqual other: JSONNodes) -> Bool {
    if other.isEmpty { return some(notEqual: .null) }
    guard canCompare(other) else { return false }
    // Two differ unless all are the same.
    let one = first ?? .null
    return values.contains { $0 != one } || other.values.contains { $0 != one }
  }

  /// Whether some node is less than some node of the other list.
  public func some(lessThan other: JSONNodes) -> Bool {
    Self.kinds.contains { minimum(of: $0) < other.maximum(of: $0) }
  }

  /// Whether some node is less than or equal to some node of the other list.
  public func some(lessOrEqual other: JSONNodes) -> Bool {
    Self.kinds.contains { minimum(of: $0) <= other.maximum(of: $0) }
  }

  /// Whether some node is greater than some node of the other list.
  public func some(greaterThan other: JSONNodes) -> Bool { other.some(lessThan: self) }

  /// Whether some node is greater than or equal to some node of the other list.
  public func some(greaterOrEqual other: JSONNodes) -> Bool { other.some(lessOrEqual: self) }
}

extension JSONNodes {
  /// What has an order.
  private enum Kind { case number, string }

  private static let kinds = [Kind.number, .string]

  private func ordered(_ kind: Kind) -> [JSONValue] {
    values.filter { value in
      switch (value, kind) {
      case (.number, .number), (.string, .string): true
      default: false
      }
    }
  }

  private func minimum(of kind: Kind) -> JSONValue? {
    ordered(kind).min { Optional($0) < Optional($1) }
  }

  private func maximum(of kind: Kind) -> JSONValue? {
    ordered(kind).max { Optional($0) < Optional($1) }
  }

  /// Whether what both lists hold can be read within the bound.
  private func canCompare(_ other: JSONNodes) -> Bool {
    var budget = Budget()
    var rest = values + other.values
    while let value = rest.popLast() {
      guard budget.spend(Budget.element) else { return false }
      rest.append(contentsOf: value.children)
    }
    return true
  }
}
