import ArazzoCompiler

/// XPath expressions as Swift expressions of type `XPath`, and the documents that they are asked of.
struct XPathWriter {
  let values: ValueWriter
  let plan: XPathPlan

  /// `document.matches(expression)`.
  func condition() -> Layout {
    return .call([document(), ".matches"], [expression()])
  }

  /// `document.string(at: expression)`.
  func string() -> Expression {
    return Expression(
      layout: .call([document(), ".string"], [.labelled("at", expression())]), type: .string,
      isOptional: true)
  }

  /// The expression, where one of type `XPath` is expected.
  func expression() -> Layout { layout(plan.expression) }

  /// The document as one of type `XMLTree?`, of which members can be asked.
  func document() -> Layout {
    if plan.isOnResponseBody {
      let document = values.body + ".xml"
      return .text(values.isResponseOptional ? "(\(document))" : document)
    }
    let value = values.presentRepresentable(plan.context)
    let expression = values.present(values.expression(plan.context))
    return expression.isOptional ? ["(", value, "?.xml)"] : [value, ".xml"]
  }

  private func layout(_ expression: XPathPlan.Expression) -> Layout {
    switch expression {
    case .or(let operands): .call(".or", operands.map(layout))
    case .and(let operands): .call(".and", operands.map(layout))
    case .union(let operands): .call(".union", operands.map(layout))
    case .binary(let operation, let left, let right):
      .call(.text("." + operation.name), [layout(left), layout(right)])
    case .negated(let operand): .call(".negated", [layout(operand)])
    case .path(let path): layout(path)
    case .filtered(let nodes, let predicates):
      .call(".filter", [layout(nodes)] + predicates.map(layout))
    case .string(let text): .string(text)
    case .number(let digits): number(digits)
    case .function(let function, let arguments):
      .call(.text("." + function.swiftName), arguments.map(layout))
    case .value(let value): .call(".value", [values.representable(value)])
    }
  }

  private func layout(_ path: XPathPlan.Expression.Path) -> Layout {
    let steps = path.steps.map(layout)
    switch path.start {
    case .root: return .call(".root", steps)
    case .context: return .call(".path", steps)
    case .nodes(let nodes): return .call(".path", [.labelled("from", layout(nodes))] + steps)
    }
  }

  private func layout(_ step: XPathPlan.Expression.Step) -> Layout {
    let predicates = step.predicates.map(layout)
    guard predicates.isEmpty else { return .call([step.code, ".where"], predicates) }
    return step.shortcut ?? step.code
  }

  private func number(_ digits: String) -> Layout {
    let number = Double(digits.hasSuffix(".") ? String(digits.dropLast()) : digits) ?? .infinity
    guard number.isFinite else { return ".divided(1, 0)" }
    return .text(Int(exactly: number).map(String.init) ?? "\(number)")
  }
}

extension XPathPlan {
  /// Whether the context is the whole body of the step's response, which need not be JSON.
  var isOnResponseBody: Bool { context.kind == .responseBody(pointer: []) }
}

/// What the parts of an XPath expression are called in `ArazzoXML`.
extension XPathPlan.Expression.Operator {
  var name: String {
    switch self {
    case .comparison(let comparison): comparison.functionName
    case .arithmetic(let arithmetic): arithmetic.rawValue
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
