extension WorkflowPlan {
  /// Tells the plan from one in which a saved state would mean something else.
  ///
  /// It covers the steps in their order, what each of them calls, where it leads, and the names and
  /// types of the values that its state holds; without states, those of the steps' outputs. It
  /// doesn't cover texts for people, Swift names, or the values that requests send.
  package var digest: String {
    let lines = [id] + steps.flatMap { $0.digestedLines + (isMachine ? [] : $0.digestedOutputs) }
    let hash = String(FNV1a.hash(lines.joined(separator: "\n").utf8), radix: 16)
    return String(repeating: "0", count: 16 - hash.count) + hash
  }
}

extension StepPlan {
  fileprivate var digestedLines: [String] {
    let called =
      switch call {
      case .operation(let operation): "\(operation.method) \(operation.path)"
      case .workflow(let call): "workflow \(call.workflow)"
      }
    let values = carried.map(\.digestedLine)
    return ["step \(id)", called] + values + transitions.map(\.digestedLine)
  }

  fileprivate var digestedOutputs: [String] { outputs.map(\.variable.digestedLine) }
}

extension VariablePlan {
  fileprivate var digestedLine: String {
    "\(key.expression): \(type.digestedName)\(isOptional ? "?" : "")"
  }
}

extension TransitionPlan {
  fileprivate var digestedLine: String {
    switch self {
    case .step(let id, _, _): "to \(id)"
    case .end(let ending, _): "end \(ending.name)"
    case .workflow(let ending, let call): "end \(ending.name) in \(call.workflow)"
    case .retry: "retry"
    }
  }
}

extension TypePlan {
  /// What JSON a value of the type becomes.
  fileprivate var digestedName: String {
    switch self {
    case .string: "string"
    case .integer: "integer"
    case .unsigned: "unsigned"
    case .number: "number"
    case .boolean: "boolean"
    case .secret: "secret"
    case .data, .upload: "base64"
    case .timestamp: "timestamp"
    case .uuid: "uuid"
    case .url: "url"
    case .json: "json"
    case .nullable(let inner): "nullable \(inner.digestedName)"
    case .array(let element): "array of \(element.digestedName)"
    case .dictionary(let value): "dictionary of \(value.digestedName)"
    case .structure, .enclosing: "input object"
    case .enumeration: "input text"
    case .declared: "response value"
    }
  }
}

/// The 64-bit FNV-1a hash: detects changes, and isn't secure.
private enum FNV1a {
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
