import ArazzoExpressions

extension ConditionPlan {
  /// Whether it asks a value to be two different things at once: `$a == 'x' && $a == 'y'`.
  var contradictsItself: Bool {
    var wanted: [ValuePlan.Kind: LiteralPlan] = [:]
    for case .comparison(.equal, let left, let right, let kind) in conjuncts {
      guard kind != .strictLength else { continue }
      guard
        let (value, literal) = right.literal.map({ (left, $0) })
          ?? left.literal.map({ (right, $0) })
      else { continue }
      if let other = wanted[value.kind], other.truth(.equal, literal) == .never { return true }
      wanted[value.kind] = literal
    }
    return false
  }

  /// Whether it is nothing but `true` or `false`, as somebody writes on purpose.
  var isPlain: Bool {
    switch self {
    case .constant: true
    case .isTrue(let value): value.literal != nil
    default: false
    }
  }

  /// The comparisons that must all hold, with `!(a != b)` as `a == b`.
  private var conjuncts: [ConditionPlan] {
    switch self {
    case .and(let parts): parts.flatMap(\.conjuncts)
    case .not(.comparison(.notEqual, let left, let right, let kind)):
      [.comparison(.equal, left, right, kind)]
    case .not(.not(let inner)): inner.conjuncts
    default: [self]
    }
  }
}
