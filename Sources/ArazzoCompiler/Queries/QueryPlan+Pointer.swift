extension QueryPlan {
  /// The way that says the same, where the query finds one value at most and none of the run stands
  /// in it.
  var pointer: [PointerToken]? {
    let tokens = steps.compactMap(\.token)
    return tokens.count == steps.count ? tokens : nil
  }
}

extension QueryPlan.Step {
  fileprivate var token: PointerToken? {
    switch self {
    // What is no number finds nothing in an array either way.
    case .name(let name): Int(name) == nil ? .either(name) : .name(name)
    case .index(let index): .index(index)
    case .either(let steps): Self.token(steps)
    default: nil
    }
  }

  /// The token of a pointer that was read as a name or an index, as the value has it.
  private static func token(_ steps: [Self]) -> PointerToken? {
    guard steps.count == 2, case .name(let name) = steps[0], case .index(let index) = steps[1],
      String(index) == name
    else { return nil }
    return .either(name)
  }
}
