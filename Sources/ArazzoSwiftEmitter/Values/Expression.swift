import ArazzoCompiler

/// A Swift expression with what is known about its type.
struct Expression {
  var layout: Layout
  var type: TypePlan
  var isOptional: Bool
  /// Whether it ends in an optional chain, which a member after it would prolong.
  var isChain = false
  /// Whether it is a literal that takes the type that its place asks for.
  var isLiteral = false
}
