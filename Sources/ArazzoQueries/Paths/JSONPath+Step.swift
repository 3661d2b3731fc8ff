@_spi(Generated) public import ArazzoRuntime

extension JSONPath {
  /// A segment of a query.
  ///
  /// A string literal is the name of a member, an integer literal the index of an element.
  public struct Step: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    let node: Node

    indirect enum Node: Sendable {
      case selector(NodeSelector)
      case filter(Filter)
      case either([Step])
      /// A value that has to be there.
      case missing
    }

    init(_ node: Node) { self.node = node }

    /// Selects the member with this name.
    public init(stringLiteral name: String) { node = .selector(.member(name)) }

    /// Selects the element at this index, from the end if it is negative.
    public init(integerLiteral index: Int) { node = .selector(.index(index)) }
  }
}

extension JSONPath.Step {
  /// Selects an element by a number of the run, or a member by a string of the run; nothing for any
  /// other value.
  public static func child(_ value: (any JSONRepresentable)?) -> Self {
    switch value?.jsonValue {
    case nil: Self(.missing)
    case .string(let name): Self(.selector(.member(name)))
    case .number(let number): Self(number.int.map { .selector(.index($0)) } ?? .either([]))
    default: Self(.either([]))
    }
  }

  /// Selects all elements or members: `[*]`.
  public static var each: Self { Self(.selector(.each)) }

  /// Selects the node and its descendants, for the next step: `..`.
  public static var anywhere: Self { Self(.selector(.anywhere)) }

  /// Selects every `step`th element from `start` up to, but not including, `end`: `[1:3]`.
  public static func slice(start: Int? = nil, end: Int? = nil, step: Int = 1) -> Self {
    Self(.selector(.slice(start: start, end: end, step: step)))
  }

  /// Selects the elements or members for which the filter holds: `[?…]`.
  public static func filter(_ filter: JSONPath.Filter) -> Self { Self(.filter(filter)) }

  /// Selects what each of several steps selects: `['a', 1]`.
  public static func either(_ steps: Self...) -> Self { either(steps) }

  package static func either(_ steps: [Self]) -> Self { Self(.either(steps)) }
  package static func member(_ name: String) -> Self { Self(.selector(.member(name))) }
  package static func index(_ index: Int) -> Self { Self(.selector(.index(index))) }
}
