import ArazzoCompiler

/// What the parts of an XPath expression are called in `ArazzoXML`.
extension XPathPlan.Expression.Operator {
  var name: String {
    switch self {
    case .equal: "equal"
    case .notEqual: "notEqual"
    case .less: "less"
    case .lessOrEqual: "lessOrEqual"
    case .greater: "greater"
    case .greaterOrEqual: "greaterOrEqual"
    case .plus: "plus"
    case .minus: "minus"
    case .times: "times"
    case .divided: "divided"
    case .remainder: "remainder"
    }
  }
}

extension XPathPlan.Expression.Function {
  /// The name in camel case.
  var swiftName: String {
    self == .namespaceURI ? "namespaceURI" : rawValue.camelCased
  }
}

extension XPathPlan.Expression.Step {
  /// The step where it is a plain name of children, or one that has a word of its own.
  var shortcut: Layout? {
    guard predicates.isEmpty else { return nil }
    switch (axis, test) {
    case (.child, .name), (.child, .any), (.child, .anyWithPrefix): return test.code
    case (.descendantOrSelf, .node): return ".anywhere"
    case (.itself, .node): return ".current"
    case (.parent, .node): return ".parent()"
    default: return nil
    }
  }

  /// `.axis(test)`, without the predicates.
  var code: Layout {
    let name = axis == .itself ? "itself" : axis.rawValue.camelCased
    return .call(.text("." + name), [test.code])
  }
}

extension XPathPlan.Expression.NodeTest {
  fileprivate var code: Layout {
    switch self {
    case .any: .string("*")
    case .anyWithPrefix(let prefix): .string("\(prefix):*")
    case .name(nil, let name): .string(name)
    case .name(let prefix?, let name): .string("\(prefix):\(name)")
    case .node: ".node"
    case .text: ".text"
    case .comment: ".comment"
    case .processingInstruction(let target):
      .call(".instruction", target.map { [.string($0)] } ?? [])
    }
  }
}

extension String {
  /// `starts-with` as `startsWith`.
  fileprivate var camelCased: String {
    let words = split(separator: "-")
    return words.dropFirst().reduce(words.first.map(String.init) ?? "") {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }
}
