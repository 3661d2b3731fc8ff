import ArazzoExpressions
@_spi(Generated) import ArazzoRuntime

@_spi(Generated) import ArazzoQueries

/// What generated code says of a pattern that was read.
extension RegexPattern {
  package init(_ parsed: ParsedPattern, values: [(any JSONRepresentable)?] = []) {
    self.init(PartMaker(values: values).parts(parsed.tree))
  }
}

private struct PartMaker {
  let values: [(any JSONRepresentable)?]

  func parts(_ tree: PatternTree) -> [RegexPattern.Part] {
    if case .sequence(let parts) = tree { return parts.map(part) }
    return [part(tree)]
  }

  private func part(_ tree: PatternTree) -> RegexPattern.Part {
    switch tree {
    case .text(let text): RegexPattern.Part(stringLiteral: text)
    case .embedded(let number): .text(values[number])
    case .set(let set):
      set.isInverted
        ? .one(notOf: set.members.map(characters)) : .one(of: set.members.map(characters))
    case .sequence: .group(parts(tree))
    case .choice(let options): .either(options.map(part))
    case .repeated(let inner, let minimum, let maximum):
      .repeated(parts(inner), minimum: minimum, maximum: maximum)
    case .ahead(let inner, let isNegated):
      .look(parts(inner), isBehind: false, isNegated: isNegated)
    case .behind(let inner, let isNegated):
      .look(parts(inner), isBehind: true, isNegated: isNegated)
    case .ignoringCase(let inner): .ignoringCase(parts(inner))
    case .place(.start): .start
    case .place(.end): .end
    case .place(.lineStart): .lineStart
    case .place(.lineEnd): .lineEnd
    case .place(.wordBoundary): .wordBoundary
    case .place(.notWordBoundary): .notWordBoundary
    }
  }

  private func characters(_ member: PatternTree.Member) -> RegexPattern.Characters {
    switch member {
    case .single(let text): .range(scalar(text), scalar(text))
    case .range(let first, let last): .range(scalar(first), scalar(last))
    case .kind(.digit, let isNegated): isNegated ? .notDigit : .digit
    case .kind(.word, let isNegated): isNegated ? .notWord : .word
    case .kind(.space, let isNegated): isNegated ? .notSpace : .space
    case .category(let name, let isNegated): isNegated ? .notCategory(name) : .category(name)
    }
  }

  private func scalar(_ text: String) -> Unicode.Scalar { text.unicodeScalars.first ?? "\0" }
}
