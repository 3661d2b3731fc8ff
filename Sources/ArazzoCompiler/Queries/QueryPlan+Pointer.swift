extension QueryPlan {
  /// The JSON Pointer tokens that say the same, where the query finds one value at most.
  var pointer: [String]? {
    let tokens = steps.compactMap(\.token)
    return tokens.count == steps.count ? tokens : nil
  }
}

extension QueryPlan.Step {
  fileprivate var token: String? {
    switch self {
    // A pointer would take a number for an index as well.
    case .name(let name): Int(name) == nil ? name : nil
    case .index(let index): index >= 0 ? String(index) : nil
    case .either(let steps): Self.token(steps)
    default: nil
    }
  }

  /// The token of a pointer that was read as a name or an index, as the value has it.
  private static func token(_ steps: [Self]) -> String? {
    guard steps.count == 2, case .name(let name) = steps[0], case .index(let index) = steps[1],
      String(index) == name
    else { return nil }
    return name
  }
}
