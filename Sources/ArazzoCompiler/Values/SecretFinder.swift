import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Finds the inputs and step outputs that flow into a credential (rule H8).
struct SecretFinder {
  private(set) var inputs: Set<[String]> = []
  private(set) var outputs: Set<VariableKey> = []
  private let declaredInputs: [String]
  private let steps: [String: Step]
  private var seen: Set<Part> = []

  private struct Part: Hashable {
    let key: VariableKey
    let tail: [String]
  }

  init(_ workflow: Workflow, targets: [String: StepTarget], declaredInputs: [String]) {
    self.declaredInputs = declaredInputs
    steps = Dictionary(
      workflow.steps.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    for step in workflow.steps {
      guard let target = targets[step.id.value] else { continue }
      for parameter in step.parameters + workflow.parameters
      where target.isCredential(parameter) {
        mark(parameter.value, tail: [])
      }
    }
  }

  /// Marks what a value reads, and what that was read from, back to the inputs.
  ///
  /// - Parameter tail: Where in the value the secret is.
  private mutating func mark(_ node: Node, tail: [String]) {
    var open = [(node: node, tail: tail)]
    while let (node, tail) = open.popLast() {
      if let selector = SelectorObject(node) {
        if let source = source(of: selector, tail) { open.append(source) }
        continue
      }
      guard let text = node.string, let template = try? StringTemplate.parse(text) else { continue }
      for parsed in template.expressions {
        if let source = source(of: parsed.expression, tail) { open.append(source) }
      }
    }
  }

  /// Marks what a selector reads, exactly where it is a JSON Pointer.
  private mutating func source(
    of selector: SelectorObject, _ tail: [String]
  ) -> (node: Node, tail: [String])? {
    guard selector.language == .jsonpointer,
      let pointer = try? JSONPointer(parsing: selector.selector.value),
      let context = try? RuntimeExpression.parse(selector.context.value)
    else { return nil }
    return source(of: context.expression, pointer.tokens + tail)
  }

  /// Marks an input or a step's output.
  ///
  /// - Returns: What the output is read from, where it is new.
  private mutating func source(
    of expression: RuntimeExpression, _ tail: [String]
  ) -> (node: Node, tail: [String])? {
    switch expression {
    case .inputs(let reference):
      guard let (name, pointer, _) = reference.resolve(declared: declaredInputs) else { return nil }
      inputs.insert([name] + pointer.tokens + tail)
      return nil
    case .steps(let id, let reference, _):
      guard let step = steps[id],
        let (name, pointer, _) = reference.resolve(declared: step.outputs.map(\.name.value)),
        let output = step.outputs.first(where: { $0.name.value == name })
      else { return nil }
      let key = VariableKey(step: id, output: name)
      let tail = pointer.tokens + tail
      guard tail.count <= 32, seen.insert(Part(key: key, tail: tail)).inserted else { return nil }
      // An object that holds a secret somewhere is still an object.
      if tail.isEmpty { outputs.insert(key) }
      return (output.value, tail)
    default: return nil
    }
  }
}
