import ArazzoRuntime

/// Comparing the nodes of two queries, in time that grows with what both hold and not with the number
/// of pairs. Two that hold more than fifty million values compare as false.
extension JSONNodes {
  /// Whether some node of each list is the same value; nothing holds where the other is empty.
  public func some(equal other: JSONNodes) -> Bool {
    if isEmpty { return other.values.contains(.null) }
    guard canCompare(other) else { return false }
    return !Set(values).isDisjoint(with: other.values)
  }

  /// Whether some node is not some node of the other list; an empty one counts as `null`.
  public func some(notEqual other: JSONNodes) -> Bool {
    if other.isEmpty { return some(notEqual: .null) }
    guard canCompare(other) else { return false }
    // Two differ unless all are the same.
    let one = first ?? .null
    return values.contains { $0 != one } || other.values.contains { $0 != one }
  }

  /// Whether some node is less than some node of the other list.
  public func some(lessThan other: JSONNodes) -> Bool {
    Self.kinds.contains { least(of: $0) < other.greatest(of: $0) }
  }

  /// Whether some node is less than some node of the other list or equal to it.
  public func some(lessOrEqual other: JSONNodes) -> Bool {
    Self.kinds.contains { least(of: $0) <= other.greatest(of: $0) }
  }

  /// Whether some node is greater than some node of the other list.
  public func some(greaterThan other: JSONNodes) -> Bool { other.some(lessThan: self) }

  /// Whether some node is greater than some node of the other list or equal to it.
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

  private func least(of kind: Kind) -> JSONValue? {
    ordered(kind).min { Optional($0) < Optional($1) }
  }

  private func greatest(of kind: Kind) -> JSONValue? {
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
