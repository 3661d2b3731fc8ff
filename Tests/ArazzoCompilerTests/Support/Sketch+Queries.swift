import ArazzoExpressions

@testable import ArazzoCompiler

extension NodesPlan {
  var sketch: String {
    let found = "\(context.text)\(query.sketch)\(measure.map { ".\($0.rawValue)" } ?? "")"
    return switch test {
    case .exists: "any \(found)"
    case .some(let comparison, let value): "any \(found) \(comparison.rawValue) \(value.text)"
    case .someNode(let comparison, let other, let measure):
      "any \(found) \(comparison.rawValue) any \(other.sketch)\(measure.map { ".\($0.rawValue)" } ?? "")"
    }
  }
}

extension QueryPlan {
  var sketch: String { segments.map(\.sketch).joined() }

  fileprivate var inFilter: String { root.rawValue + sketch }
}

extension QueryPlan.Segment {
  fileprivate var sketch: String {
    let chosen = selectors.map(\.sketch)
    return (isDescendant ? ".." : "")
      + (chosen.count == 1 ? chosen[0] : "[\(chosen.joined(separator: ","))]")
  }
}

extension QueryPlan.Selector {
  fileprivate var sketch: String {
    switch self {
    case .name(let name): ".\(name)"
    case .index(let index): "[\(index)]"
    case .child(let value): "[\(value.text)]"
    case .wildcard: "[*]"
    case .slice(let start, let end, let step):
      "[\(start.map(String.init) ?? ""):\(end.map(String.init) ?? ""):\(step)]"
    case .filter(let filter): "[?\(filter.sketch)]"
    }
  }
}

extension QueryPlan.Filter {
  fileprivate var sketch: String {
    switch self {
    case .or(let parts): "(" + parts.map(\.sketch).joined(separator: " or ") + ")"
    case .and(let parts): "(" + parts.map(\.sketch).joined(separator: " and ") + ")"
    case .not(let inner): "not \(inner.sketch)"
    case .exists(let query): query.inFilter
    case .comparison(let comparison, let left, let right):
      "\(left.sketch) \(comparison.rawValue) \(right.sketch)"
    case .pattern(let text, let pattern, let isWhole):
      "\(isWhole ? "match" : "search")(\(text.sketch), \(pattern.tree)\(pattern.values.map(\.text)))"
    case .foundPattern(let text, let pattern, let isWhole):
      "\(isWhole ? "match" : "search")(\(text.sketch), \(pattern.sketch))"
    }
  }
}

extension QueryPlan.Operand {
  fileprivate var sketch: String {
    switch self {
    case .value(let value): value.text
    case .query(let query): query.inFilter
    case .length(let operand): "length(\(operand.sketch))"
    case .count(let query): "count(\(query.inFilter))"
    case .valueOf(let query): "value(\(query.inFilter))"
    }
  }
}
