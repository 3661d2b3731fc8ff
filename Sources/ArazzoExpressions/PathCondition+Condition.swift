import ArazzoDocuments

extension PathCondition {
  /// The `simple` condition that asks the same of a context, where there is one: each path leads to a
  /// single value.
  ///
  /// - Parameter context: The expression that the paths start at.
  package func simple(on context: RuntimeExpression) -> Condition? {
    switch self {
    case .or(let parts): parts.conditions(on: context).map(Condition.or)
    case .and(let parts): parts.conditions(on: context).map(Condition.and)
    case .not(let inner): inner.simple(on: context).map(Condition.not)
    case .exists: nil
    case .comparison(let comparison, let left, let right):
      if let left = left.simple(on: context), let right = right.simple(on: context) {
        Condition.comparison(comparison, left, right)
      } else {
        nil
      }
    }
  }
}

extension [PathCondition] {
  fileprivate func conditions(on context: RuntimeExpression) -> [Condition]? {
    let conditions = compactMap { $0.simple(on: context) }
    return conditions.count == count ? conditions : nil
  }
}

extension PathCondition.Operand {
  fileprivate func simple(on context: RuntimeExpression) -> WrittenValue? {
    switch self {
    case .value(let value): value
    case .path(let path): path.isLength ? nil : path.query.simple(on: context)
    }
  }
}

extension ParsedQuery.Filter {
  /// The equivalent `simple` condition on the node that a filter is applied to (dialect P5).
  package func simple(on context: RuntimeExpression) -> Condition? {
    switch self {
    case .or(let parts): parts.conditions(on: context).map(Condition.or)
    case .and(let parts): parts.conditions(on: context).map(Condition.and)
    case .not(let inner): inner.simple(on: context).map(Condition.not)
    case .exists, .pattern, .foundPattern: nil
    case .comparison(let comparison, let left, let right):
      if let left = left.simple(on: context), let right = right.simple(on: context) {
        Condition.comparison(comparison, left, right)
      } else {
        nil
      }
    }
  }
}

extension [ParsedQuery.Filter] {
  fileprivate func conditions(on context: RuntimeExpression) -> [Condition]? {
    let conditions = compactMap { $0.simple(on: context) }
    return conditions.count == count ? conditions : nil
  }
}

extension ParsedQuery.Operand {
  fileprivate func simple(on context: RuntimeExpression) -> WrittenValue? {
    switch self {
    case .value(let value): value
    case .query(let query): query.simple(on: context)
    case .length, .count, .valueOf: nil
    }
  }
}

extension ParsedQuery {
  /// The expression for the one value that the query finds below a context.
  fileprivate func simple(on context: RuntimeExpression) -> WrittenValue? {
    pointerTokens.flatMap(context.extended).map {
      .expression(ParsedExpression($0), offset: 0)
    }
  }

  /// The tokens of the JSON Pointer that is equivalent to the query; `nil` if there is none.
  private var pointerTokens: [String]? {
    var tokens: [String] = []
    for segment in segments {
      guard !segment.isDescendant else { return nil }
      switch segment.selectors {
      case let selectors where selectors.count == 1:
        guard let token = selectors[0].pointerToken else { return nil }
        tokens.append(token)
      case let selectors where selectors.count == 2:
        // A name or an index, as a pointer has it.
        guard case .name(let name) = selectors[0], case .index(let index) = selectors[1],
          name == String(index)
        else { return nil }
        tokens.append(name)
      default: return nil
      }
    }
    return tokens
  }
}

extension ParsedQuery.Selector {
  fileprivate var pointerToken: String? {
    switch self {
    // Characters that end a pointer in a condition.
    case .name(let name): name.isPlainToken ? name : nil
    case .index(let index): index >= 0 ? String(index) : nil
    default: nil
    }
  }
}

extension String {
  fileprivate var isPlainToken: Bool {
    !isEmpty
      && unicodeScalars.allSatisfy { $0.isNameCharacter || "$@.:+*".unicodeScalars.contains($0) }
  }
}

extension RuntimeExpression {
  /// The same with a longer pointer; `nil` where an expression of this kind has none.
  package func extended(by tokens: [String]) -> RuntimeExpression? {
    switch self {
    case _ where tokens.isEmpty: self
    case .inputs(let reference): .inputs(reference.extended(by: tokens))
    case .outputs(let reference): .outputs(reference.extended(by: tokens))
    case .steps(let id, let reference):
      .steps(id: id, reference: reference.extended(by: tokens))
    case .workflows(let id, let part, let reference):
      .workflows(id: id, part: part, reference: reference.extended(by: tokens))
    case .response(let part): part.extended(by: tokens).map(RuntimeExpression.response)
    case .request(let part): part.extended(by: tokens).map(RuntimeExpression.request)
    default: nil
    }
  }
}

extension RuntimeExpression.Reference {
  fileprivate func extended(by tokens: [String]) -> Self {
    Self(path: path, pointer: JSONPointer(tokens: (pointer?.tokens ?? []) + tokens))
  }
}

extension RuntimeExpression.MessagePart {
  fileprivate func extended(by tokens: [String]) -> Self? {
    guard case .body(let pointer, let dotted) = self else { return nil }
    return .body(pointer: JSONPointer(tokens: (pointer?.tokens ?? []) + tokens), dotted: dotted)
  }
}
