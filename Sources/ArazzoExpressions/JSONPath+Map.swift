extension JSONPathQuery {
  /// The same query with another value and another pattern in each place, in the order written.
  ///
  /// If one of several siblings fails, the following ones are still tried.
  package func map<NewValue: Sendable & Hashable, NewPattern: Sendable & Hashable, Failure>(
    _ value: (Value) throws(Failure) -> NewValue,
    pattern: (Pattern) throws(Failure) -> NewPattern
  ) throws(Failure) -> JSONPathQuery<NewValue, NewPattern> {
    var segments: [JSONPathQuery<NewValue, NewPattern>.Segment] = []
    for segment in self.segments {
      let selectors = try segment.selectors.mapAll { (selector) throws(Failure) in
        try selector.map(value, pattern)
      }
      segments.append(.init(isDescendant: segment.isDescendant, selectors: selectors))
    }
    return .init(root: root, segments: segments)
  }
}

extension JSONPathQuery.Selector {
  fileprivate func map<NewValue: Sendable & Hashable, NewPattern: Sendable & Hashable, Failure>(
    _ value: (Value) throws(Failure) -> NewValue,
    _ pattern: (Pattern) throws(Failure) -> NewPattern
  ) throws(Failure) -> JSONPathQuery<NewValue, NewPattern>.Selector {
    switch self {
    case .name(let name): .name(name)
    case .wildcard: .wildcard
    case .index(let index): .index(index)
    case .slice(let start, let end, let step): .slice(start: start, end: end, step: step)
    case .filter(let filter): .filter(try filter.map(value, pattern))
    case .child(let child): .child(try value(child))
    }
  }
}

extension JSONPathQuery.Filter {
  fileprivate func map<NewValue: Sendable & Hashable, NewPattern: Sendable & Hashable, Failure>(
    _ value: (Value) throws(Failure) -> NewValue,
    _ pattern: (Pattern) throws(Failure) -> NewPattern
  ) throws(Failure) -> JSONPathQuery<NewValue, NewPattern>.Filter {
    func all(_ parts: [Self]) throws(Failure) -> [JSONPathQuery<NewValue, NewPattern>.Filter] {
      try parts.mapAll { (part) throws(Failure) in try part.map(value, pattern) }
    }
    return switch self {
    case .or(let parts): .or(try all(parts))
    case .and(let parts): .and(try all(parts))
    case .not(let inner): .not(try inner.map(value, pattern))
    case .exists(let query): .exists(try query.map(value, pattern: pattern))
    case .comparison(let comparison, let left, let right):
      .comparison(comparison, try left.map(value, pattern), try right.map(value, pattern))
    case .pattern(let text, let written, let isWhole):
      .pattern(try text.map(value, pattern), try pattern(written), isWhole: isWhole)
    case .foundPattern(let text, let found, let isWhole):
      .foundPattern(
        try text.map(value, pattern), try found.map(value, pattern), isWhole: isWhole)
    }
  }
}

extension JSONPathQuery.Operand {
  fileprivate func map<NewValue: Sendable & Hashable, NewPattern: Sendable & Hashable, Failure>(
    _ value: (Value) throws(Failure) -> NewValue,
    _ pattern: (Pattern) throws(Failure) -> NewPattern
  ) throws(Failure) -> JSONPathQuery<NewValue, NewPattern>.Operand {
    switch self {
    case .value(let written): .value(try value(written))
    case .query(let query): .query(try query.map(value, pattern: pattern))
    case .length(let operand): .length(try operand.map(value, pattern))
    case .count(let query): .count(try query.map(value, pattern: pattern))
    case .valueOf(let query): .valueOf(try query.map(value, pattern: pattern))
    }
  }
}

extension Array {
  /// Each element transformed, those after one that fails too; then the first failure is thrown.
  fileprivate func mapAll<Transformed, Failure>(
    _ transform: (Element) throws(Failure) -> Transformed
  ) throws(Failure) -> [Transformed] {
    var results: [Transformed] = []
    var failure: Failure?
    for element in self {
      do throws(Failure) { results.append(try transform(element)) } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return results
  }
}
