/// Goes through what runs of a step. What comes last is looked at first: it tells which outputs are
/// read.
struct UseFinder {
  enum Phase { case before, succeeded, failed }

  private let plan: WorkflowPlan
  /// The step with what was found.
  private(set) var step: StepPlan
  private(set) var uses = StepUses()

  /// - Parameters:
  ///   - plan: The workflow of the step.
  ///   - later: What is read by steps that run in one scope with it, after it.
  init(_ step: StepPlan, of plan: WorkflowPlan, later: Set<VariableKey> = []) {
    self.plan = plan
    self.step = step
    if !step.alwaysFails {
      self.step.onSuccess = followed(step.onSuccess, .succeeded, otherwise: step.otherwise)
    }
    self.step.onFailure = followed(step.onFailure, .failed, otherwise: nil)
    if !step.onFailure.isEmpty, !step.answersEveryFailure { uses.failure = true }
    readOutputs(later)
    readCriteria()
    read(step.call)
    self.step.uses = uses
  }

  // MARK: what comes after

  private mutating func followed(
    _ actions: [ActionPlan], _ phase: Phase, otherwise: TransitionPlan?
  ) -> [ActionPlan] {
    var actions = actions
    for index in actions.indices {
      let condition = actions[index].condition
      if condition.constant == false { continue }
      read(condition, phase)
      actions[index].transition = followed(actions[index].transition, phase)
      if actions[index].isCertain { return actions }
    }
    if let otherwise { _ = followed(otherwise, phase) }
    return actions
  }

  private mutating func followed(_ transition: TransitionPlan, _ phase: Phase) -> TransitionPlan {
    switch transition {
    case .step(_, let carrying, let wait):
      guard plan.isMachine else { break }
      if wait != nil { readResponse(phase) }
      if step.keepsState(transition) { break }
      uses.state = true
      carrying.forEach { read($0, phase) }
    case .end(let ending, let outputs):
      zip(plan.outputs, outputs).forEach { read($1, phase) }
      if ending.isFailure { uses.failure = true }
    case .workflow(_, let call): read(call, phase)
    case .retry(let retry):
      readResponse(phase)
      return .retry(followed(retry, phase))
    }
    return transition
  }

  private mutating func followed(_ retry: RetryPlan, _ phase: Phase) -> RetryPlan {
    var retry = retry
    switch retry.first {
    case .step(let first):
      let inner = UseFinder(first, of: plan)
      take(inner.uses, phase)
      if inner.uses.state { uses.state = true }
      retry.first = .step(inner.step)
      return retry
    case .workflow(let call): read(call, phase)
    case nil: break
    }
    if step.keepsState(.retry(retry)) { return retry }
    uses.state = true
    retry.carrying.forEach { read($0, phase) }
    return retry
  }

  /// A step that runs inside this one's code reads what is available there.
  private mutating func take(_ inner: StepUses, _ phase: Phase) {
    inner.before.forEach { read($0, phase) }
    uses.dependencies.formUnion(inner.dependencies)
    uses.products.formUnion(inner.products)
  }

  // MARK: the step itself

  private mutating func readOutputs(_ later: Set<VariableKey>) {
    for index in step.outputs.indices {
      let output = step.outputs[index]
      let key = output.variable.key
      let isUsed = uses.own.contains(key) || later.contains(key)
      step.outputs[index].isUsed = isUsed
      if output.isHidden, case .operation = step.call { uses.response = true }
      guard !step.alwaysFails else { continue }
      if isUsed || !output.variable.isOptional || !output.value.isOptional {
        read(output.value, .before)
      }
    }
  }

  private mutating func readCriteria() {
    for criterion in step.criteria where criterion.condition.constant != true {
      uses.response = true
      if criterion.condition.constant == false { return }
      read(criterion.condition, .before)
    }
  }

  private mutating func read(_ call: CallPlan) {
    switch call {
    case .operation(let operation): read(operation)
    case .workflow(let call): read(call, .before)
    }
  }

  private mutating func read(_ operation: OperationPlan) {
    for parameter in operation.parameters {
      read(parameter.value, .before)
      if parameter.serialization != nil { uses.products.insert(.forms) }
    }
    if let query = operation.queryString {
      read(query.value, .before)
      uses.products.insert(.forms)
    }
    if let body = operation.body {
      read(body.value, .before)
      if body.format.isForm { uses.products.insert(.forms) }
    }
  }

  private mutating func read(_ call: WorkflowCallPlan, _ phase: Phase) {
    call.arguments.forEach { read($0.value, phase) }
    if case .run(let dependencies) = call.dependencies {
      dependencies.flatMap(\.arguments).forEach { read($0.value, phase) }
    }
  }

  // MARK: conditions and values

  private mutating func read(_ condition: ConditionPlan, _ phase: Phase) {
    switch condition {
    case .constant: break
    case .isSuccessStatus, .status: readResponse(phase)
    case .nodes, .match: uses.products.insert(.queries)
    case .xpath: uses.products.insert(.xml)
    case .and, .or, .not, .comparison, .isTrue, .exists, .isPresent: break
    }
    // Those that it joins tell their products.
    guard condition.joined.isEmpty else { return condition.joined.forEach { read($0, phase) } }
    condition.parts.forEach { read($0, phase) }
  }

  private mutating func read(_ value: ValuePlan, _ phase: Phase) {
    switch value.kind {
    case .variable(let variable): read(variable.key, phase)
    case .responseBody, .responseContent, .responseHeader, .responseCookie, .statusCode,
      .requestURL, .requestMethod, .requestHeader, .requestQuery, .requestPath, .requestBody:
      readResponse(phase)
    case .callOutput:
      if phase == .failed { uses.failedCallOutputs = true } else { uses.callOutputs = true }
    case .dependencyOutput(let workflow, _): uses.dependencies.insert(workflow)
    case .xpath: uses.products.insert(.xml)
    case .found: uses.products.insert(.queries)
    case .replaced(_, let replacements): replacements.products.forEach { uses.products.insert($0) }
    case .literal, .input, .dependencyInput, .missing, .member, .text, .xmlText, .textOrEmpty,
      .object, .array, .firstOf:
      break
    }
    value.parts.forEach { read($0, phase) }
  }

  private mutating func read(_ key: VariableKey, _ phase: Phase) {
    if phase == .succeeded, step.outputs.contains(where: { $0.variable.key == key }) {
      uses.own.insert(key)
    } else {
      uses.before.insert(key)
    }
  }

  private mutating func readResponse(_ phase: Phase) {
    if phase == .failed { uses.failedResponse = true } else { uses.response = true }
  }
}

extension ActionPlan {
  /// Whether nothing after it runs.
  package var isCertain: Bool {
    if case .retry = transition { return false }
    return condition.constant == true
  }
}

extension StepPlan {
  /// Whether an action runs whatever the failure is, so that it is never thrown.
  fileprivate var answersEveryFailure: Bool { onFailure.contains(where: \.isCertain) }
}

extension BodyPlan.Format {
  fileprivate var isForm: Bool {
    switch self {
    case .form, .multipart: true
    case .json, .content: false
    }
  }
}

extension [ReplacementPlan] {
  fileprivate var products: [RuntimeProduct] {
    let isXML = contains { if case .xpath = $0.target { true } else { false } }
    let hasNodes = contains { if case .nodes = $0.target { true } else { false } }
    return (isXML ? [.xml] : [.queries]) + (hasNodes ? [.queries] : [])
  }
}

extension WorkflowPlan {
  /// The same with what the code of its steps refers to.
  func findingUses() -> WorkflowPlan {
    var plan = self
    var later: Set<VariableKey> = []
    plan.steps = steps.reversed().map { step in
      let found = UseFinder(step, of: self, later: isMachine ? [] : later)
      later.formUnion(found.uses.before)
      return found.step
    }.reversed()
    let uses = plan.steps.map(\.uses)
    plan.changesState = uses.contains(where: \.state)
    plan.readsOutputsOf = dependsOn.filter { id in uses.contains { $0.dependencies.contains(id) } }
    let products = uses.reduce(into: Set(inputs.hasPatterns ? [.queries] : [])) {
      $0.formUnion($1.products)
    }
    plan.products = products.sorted { $0.rawValue < $1.rawValue }
    return plan
  }
}

extension StructPlan {
  fileprivate var hasPatterns: Bool {
    fields.contains { $0.rules.contains(where: \.isPattern) || $0.type.hasPatterns }
  }
}

extension TypePlan {
  fileprivate var hasPatterns: Bool {
    switch self {
    case .structure(let plan): plan.hasPatterns
    case .nullable(let inner), .array(let inner), .dictionary(let inner): inner.hasPatterns
    default: false
    }
  }
}

extension RulePlan {
  fileprivate var isPattern: Bool {
    switch self {
    case .pattern: true
    case .each(let rules): rules.contains(where: \.isPattern)
    default: false
    }
  }
}
