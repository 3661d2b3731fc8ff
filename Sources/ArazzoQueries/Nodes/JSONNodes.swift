public import ArazzoRuntime

/// The nodes that a query found in a JSON value, in the value's order.
///
/// A comparison holds when some node satisfies it. Where there is no node, `!=` against a value and
/// `== null` hold and nothing else. Kinds compare strictly, strings with case.
public struct JSONNodes: Sendable, Hashable {
  /// The values of the nodes.
  public var values: [JSONValue]

  /// Makes a list of nodes, an empty one by default.
  public init(_ values: [JSONValue] = []) { self.values = values }

  /// Whether nothing was found.
  public var isEmpty: Bool { values.isEmpty }

  /// The first node; nil where nothing was found.
  public var first: JSONValue? { values.first }

  /// The nodes as an array; nil where nothing was found.
  public var array: JSONValue? { isEmpty ? nil : .array(values) }

  /// The length of every node that has one, see `JSONValue.length`.
  public var lengths: JSONNodes { JSONNodes(values.compactMap(\.length)) }

  /// How many nodes there are, as the only node.
  public var count: JSONNodes { JSONNodes([JSONValue(values.count)]) }

  /// Whether some node is that value; where there is no node, whether the value is `null`.
  public func some(equal other: JSONValue) -> Bool {
    isEmpty ? other == .null : values.contains(other)
  }

  /// Whether some node is not that value; where there is no node, whether the value is not `null`.
  public func some(notEqual other: JSONValue) -> Bool {
    isEmpty ? other != .null : values.contains { $0 != other }
  }

  /// Whether some node is less than the value, both numbers or both strings.
  public func some(lessThan other: JSONValue) -> Bool {
    values.contains { Optional($0) < other }
  }

  /// Whether some node is less than the value or equal to it, both numbers or both strings.
  public func some(lessOrEqual other: JSONValue) -> Bool {
    values.contains { Optional($0) <= other }
  }

  /// Whether some node is greater than the value, both numbers or both strings.
  public func some(greaterThan other: JSONValue) -> Bool {
    values.contains { Optional($0) > other }
  }

  /// Whether some node is greater than the value or equal to it, both numbers or both strings.
  public func some(greaterOrEqual other: JSONValue) -> Bool {
    values.contains { Optional($0) >= other }
  }
}
