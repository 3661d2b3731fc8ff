public import ArazzoRuntime

extension JSONPath {
  /// A step of a query: what it chooses in a node.
  ///
  /// A string literal is the name of a member, an integer literal the place of an element.
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

    /// The member of that name.
    public init(stringLiteral name: String) { node = .selector(.member(name)) }

    /// The element at that place, from the end where negative.
    public init(integerLiteral index: Int) { node = .selector(.index(index)) }
  }
}

extension JSONPath.Step {
  /// The element at that place, or the member of that name, as a value of the run says: one for a
  /// number, the other for a string; nothing for any other value.
  public static func child(_ value: (any JSONRepresentable)?) -> Self {
    switch value?.jsonValue {
    case nil: Self(.missing)
    case .string(let name): Self(.selector(.member(name)))
    case .number(let number): Self(number.int.map { .selector(.index($0)) } ?? .either([]))
    default: Self(.either([]))
    }
  }

  /// Every element or member: `[*]`.
  public static var each: Self { Self(.selector(.each)) }

  /// The node and everything inside it, for the next step to choose from: `..`.
  public static var anywhere: Self { Self(.selector(.anywhere)) }

  /// The elements from `start` up to but not `end`, every `step`th: `[1:3]`.
  public static func slice(start: Int? = nil, end: Int? = nil, step: Int = 1) -> Self {
    Self(.selector(.slice(start: start, end: end, step: step)))
  }

  /// Every element or member for which the filter holds: `[?…]`.
  public static func filter(_ filter: JSONPath.Filter) -> Self { Self(.filter(filter)) }

  /// What each of several steps chooses, one after the other: `['a', 1]`.
  public static func either(_ steps: Self...) -> Self { either(steps) }

  package static func either(_ steps: [Self]) -> Self { Self(.either(steps)) }
  package static func member(_ name: String) -> Self { Self(.selector(.member(name))) }
  package static func index(_ index: Int) -> Self { Self(.selector(.index(index))) }
}
