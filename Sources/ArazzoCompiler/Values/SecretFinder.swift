import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Finds the inputs and step outputs that flow into a credential (rule H8).
struct SecretFinder {
  private(set) var inputs: Set<[String]> = []
  private(set) var outputs: Set<VariableKey> = []
  private let declaredInputs: [String]
  private let steps: [String: Step]

  init(_ workflow: Workflow, targets: [String: StepTarget], declaredInputs: [String]) {
    self.declaredInputs = declaredInputs
    steps = Dictionary(
      workflow.steps.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    for step in workflow.steps {
      guard let target = targets[step.id.value] else { continue }
      for parameter in step.parameters + workflow.parameters
      where target.isCredential(parameter) {
        mark(parameter.value)
      }
    }
  }

  private mutating func mark(_ node: Node) {
    guard let text = node.string, let template = try? StringTemplate.parse(text) else { return }
    for expression in template.expressions { mark(expression) }
  }

  private mutating func mark(_ expression: RuntimeExpression) {
    switch expression {
    case .inputs(let reference):
      guard let (name, pointer, _) = reference.resolve(declared: declaredInputs) else { return }
      inputs.insert([name] + pointer.tokens)
    case .steps(let id, let reference, _):
      guard let step = steps[id],
        let (name, _, _) = reference.resolve(declared: step.outputs.map(\.name.value)),
        outputs.insert(VariableKey(step: id, output: name)).inserted,
        let output = step.outputs.first(where: { $0.name.value == name })
      else { return }
      mark(output.value)
    default: break
    }
  }
}

extension StringTemplate {
  /// Every expression in the string.
  var expressions: [RuntimeExpression] {
    switch self {
    case .text: []
    case .expression(let parsed): [parsed.expression]
    case .parts(let parts):
      parts.compactMap { part in
        if case .expression(let parsed, _, _) = part { parsed.expression } else { nil }
      }
    }
  }
}

extension StepTarget {
  /// Whether a value of this parameter is a credential: `Authorization`, a cookie, an API key, or an
  /// input of the called workflow that is one.
  func isCredential(_ parameter: Parameter) -> Bool {
    switch self {
    case .workflow(let plan):
      return plan.inputs.fields.contains {
        $0.name == parameter.name.value && $0.type == .secret
      }
    case .operation(let found):
      let name = parameter.name.value.lowercased()
      switch parameter.place {
      case .cookie: return true
      case .header where credentialHeaders.contains(name): return true
      case let place?:
        return found.apiKeys.contains { $0.name.lowercased() == name && $0.place == place.rawValue }
      case nil: return false
      }
    }
  }
}

private let credentialHeaders: Set<String> = [
  "authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "apikey",
  "x-auth-token",
]

extension FoundOperation {
  fileprivate var apiKeys: [(name: String, place: String)] {
    Set(operation.security.joined()).sorted().compactMap { name in
      guard case .apiKey(let key, let place)? = api.securityScheme(name)?.kind else { return nil }
      return (key, place)
    }
  }
}
