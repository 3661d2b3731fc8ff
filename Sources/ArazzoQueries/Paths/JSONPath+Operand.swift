@_spi(Generated) public import ArazzoRuntime

extension JSONPath {
  /// An operand of a comparison. A literal stands for its value.
  public struct Operand: Sendable {
    let node: Node

    indirect enum Node: Sendable {
      case value(JSONValue)
      /// A value that has to be there.
      case missing
      case query(Query)
      case length(Operand)
      case count(Query)
      case valueOf(Query)
    }

    init(_ node: Node) { self.node = node }
  }
}

extension JSONPath.Operand {
  /// The value `null`.
  public static var null: Self { Self(.value(.null)) }

  /// A value of the run.
  public static func given(_ value: (any JSONRepresentable)?) -> Self {
    Self(value.map { .value($0.jsonValue) } ?? .missing)
  }

  /// The value at a path from the current node: `@.a`.
  public static func node(_ steps: JSONPath.Step...) -> Self { query(.node(steps)) }

  /// The value at a path from the root: `$.a`.
  public static func root(_ steps: JSONPath.Step...) -> Self { query(.root(steps)) }

  /// The number of code points, elements or members: `length(…)`; nothing for other values.
  public static func length(of operand: Self) -> Self { Self(.length(operand)) }

  /// The number of nodes that a query selects: `count(…)`.
  public static func count(of query: JSONPath.Query) -> Self { Self(.count(query)) }

  /// The value of the only node that a query selects: `value(…)`.
  public static func value(of query: JSONPath.Query) -> Self { Self(.valueOf(query)) }

  package static func query(_ query: JSONPath.Query) -> Self { Self(.query(query)) }
}

extension JSONPath.Operand: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral
{
  /// A string.
  public init(stringLiteral value: String) { node = .value(.string(value)) }
  /// A number.
  public init(integerLiteral value: Int64) { node = .value(JSONValue(integerLiteral: value)) }
  /// A number.
  public init(floatLiteral value: Double) { node = .value(JSONValue(floatLiteral: value)) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { node = .value(.bool(value)) }
}
