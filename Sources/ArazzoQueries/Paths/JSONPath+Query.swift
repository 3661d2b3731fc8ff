extension JSONPath {
  /// A query inside a filter, from the node that is tried or from the root.
  public struct Query: Sendable {
    let isFromRoot: Bool
    let steps: [Step]

    /// From the node that the filter is tried on: `@.a`.
    public static func node(_ steps: Step...) -> Self { node(steps) }

    /// From the root: `$.a`.
    public static func root(_ steps: Step...) -> Self { root(steps) }

    package static func node(_ steps: [Step]) -> Self { Self(isFromRoot: false, steps: steps) }
    package static func root(_ steps: [Step]) -> Self { Self(isFromRoot: true, steps: steps) }
  }
}
