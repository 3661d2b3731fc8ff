@_spi(Generated) public import ArazzoRuntime

/// The nodes that a query selects in a JSON value, in document order.
///
/// A comparison holds if some node satisfies it. Without nodes, only `!=` with a value and
/// `== null` hold. Values of different kinds are unequal, and strings compare case-sensitively.
@_spi(Generated) public struct JSONNodes: Sendable, Hashable {
  /// The values of the nodes.
  public var values: [JSONValue]

  /// Creates a list of nodes, by default an empty one.
  public init(_ values: [JSONValue] = []) { self.values = values }

  /// Whether there are no nodes.
  public var isEmpty: Bool { values.isEmpty }

  /// The first node; `nil` if there is none.
  public var first: JSONValue? { values.first }

  /// The nodes as an array; `nil` if there are none.
  public var array: JSONValue? { isEmpty ? nil : .array(values) }

  /// The length of every node that has one; see `JSONValue.length`.
  public var lengths: JSONNodes { JSONNodes(values.compactMap(\.length)) }

  /// The number of nodes, as a single node.
  public var count: JSONNodes { JSONNodes([JSONValue(values.count)]) }

  /// Whether some node equals the value. Without nodes, whether the value is `null`.
  public func some(equal other: JSONValue) -> Bool {
    isEmpty ? other == .null : values.contains(other)
  }

  /// Whether some node differs from the value. Without nodes, whether the value is not `null`.
  public func some(notEqual other: JSONValue) -> Bool {
    isEmpty ? other != .null : values.contains { $0 != other }
  }

  /// Whether some node is less than the value, both numbers or both strings.
  public func some(lessThan other: JSONValue) -> Bool {
    values.contains { Optional($0) < other }
  }

  /// Whether some node is less than or equal to the value, both numbers or both strings.
  public func some(lessOrEqual other: JSONValue) -> Bool {
    values.contains { Optional($0) <= other }
  }

  /// Whether some node is greater than the value, both numbers or both strings.
  public func some(greaterThan other: JSONValue) -> Bool {
    values.contains { Optional($0) > other }
  }

  /// Whether some node is greater than or equal to the value, both numbers or both strings.
  public func some(greaterOrEqual other: JSONValue) -> Bool {
    values.contains { Optional($0) >= other }
  }
}
