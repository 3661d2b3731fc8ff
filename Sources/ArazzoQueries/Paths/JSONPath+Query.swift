extension JSONPath {
  /// A query in a filter, from the current node or the root.
  public struct Query: Sendable {
    let isFromRoot: Bool
    let steps: [Step]

    /// A query from the current node: `@.a`.
    public static func node(_ steps: Step...) -> Self { node(steps) }

    /// A query from the root: `$.a`.
    public static func root(_ steps: Step...) -> Self { root(steps) }

    package static func node(_ steps: [Step]) -> Self { Self(isFromRoot: false, steps: steps) }
    package static func root(_ steps: [Step]) -> Self { Self(isFromRoot: true, steps: steps) }
  }
}
