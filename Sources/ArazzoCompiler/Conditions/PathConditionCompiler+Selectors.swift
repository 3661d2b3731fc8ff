import ArazzoDocuments
import ArazzoExpressions

extension PathConditionCompiler {
  func selectors(_ query: JSONPathQuery) -> [NodesPlan.Selector]? {
    var result: [NodesPlan.Selector] = []
    for segment in query.segments {
      guard segment.selectors.count == 1, let selector = segment.selectors.first else {
        _ = refuse("a list of selectors")
        return nil
      }
      if segment.isDescendant { result.append(.descendants) }
      switch selector {
      case .name(let name): result.append(.name(name))
      case .wildcard: result.append(.wildcard)
      case .index(let index): result.append(.index(index))
      case .slice(let start, let end, let step):
        result.append(.slice(start: start, end: end, step: step))
      case .filter:
        _ = refuse("a filter")
        return nil
      case .embedded, .template:
        _ = refuse("an expression as a selector")
        return nil
      }
    }
    return result
  }

  func refuse(_ what: String) -> ConditionPlan? {
    conditions.diagnostics.error(
      "\(what) in a JSONPath condition is not supported yet", at: node.location)
    return nil
  }
}

extension [NodesPlan.Selector] {
  /// The JSON Pointer tokens that say the same, where the selectors find one value at most.
  var pointer: [String]? {
    var tokens: [String] = []
    for selector in self {
      switch selector {
      // A pointer would take a number for an index as well.
      case .name(let name) where Int(name) == nil: tokens.append(name)
      case .index(let index) where index >= 0: tokens.append(String(index))
      default: return nil
      }
    }
    return tokens
  }
}
