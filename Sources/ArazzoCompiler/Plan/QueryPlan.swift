import ArazzoExpressions

/// A JSONPath query with the values of the run in it (rules C4 and C6).
package typealias QueryPlan = JSONPathQuery<ValuePlan, PatternPlan>

/// A regular expression with the values of the run in it (rules C3 and C6).
package typealias PatternPlan = RegularExpression<ValuePlan>

extension PatternPlan {
  /// A syntax tree has nothing of the text that it was read from: there is nothing to add to it or to
  /// leave out.
  package typealias Tree = PatternTree
}

extension QueryPlan {
  /// The way that says the same, where the query finds one value at most and none of the run stands
  /// in it.
  var pointer: [PointerToken]? {
    let tokens = segments.compactMap(\.token)
    return tokens.count == segments.count ? tokens : nil
  }
}

extension QueryPlan.Segment {
  fileprivate var token: PointerToken? {
    guard !isDescendant, let first = selectors.first else { return nil }
    switch (first, selectors.dropFirst().first) {
    // What is no number finds nothing in an array either way.
    case (.name(let name), nil): return Int(name) == nil ? .either(name) : .name(name)
    case (.index(let index), nil): return .index(index)
    // The token of a pointer that was read as a name or an index, as the value has it.
    case (.name(let name), .index(let index)?)
    where selectors.count == 2 && String(index) == name:
      return .either(name)
    default: return nil
    }
  }
}
