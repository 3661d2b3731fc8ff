import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Finds the inputs and step outputs that flow into a credential, through every workflow that
/// passes them on (rule H8).
struct SecretFlow {
  /// The secret inputs and outputs of one workflow.
  struct Secrets {
    /// Inputs, by the names from the top down.
    var inputs: Set<[String]> = []
    /// Outputs of its steps, and what they keep of the workflows that they call.
    var outputs: Set<VariableKey> = []
  }

  private let workflows: [WorkflowKey: SecretWorkflow]
  /// The workflows that pass something to one.
  private let callers: [WorkflowKey: [WorkflowKey]]
  private var found: [WorkflowKey: Secrets] = [:]
  /// What is secret, and where it was read from is still to be looked at.
  private var open: [Reading] = []
  /// The inputs that are secret, and what callers pass as them is still to be looked at.
  private var openInputs: [(path: [String], workflow: WorkflowKey)] = []
  private var seen: Set<Part> = []

  /// A part of the value at a place.
  private struct Part: Hashable {
    let place: Location
    let tail: [String]
  }

  /// A value that a workflow reads, and the part of it that is secret.
  private struct Reading {
    let value: DocumentValue
    let tail: [String]
    let workflow: WorkflowKey
    /// The step that it belongs to, whose call `$outputs` speaks of.
    let step: String?
  }

  init(_ workflows: [WorkflowKey: SecretWorkflow], in order: [WorkflowKey]) {
    self.workflows = workflows
    callers = Dictionary(
      grouping: workflows.flatMap { caller, workflow in
        workflow.callees.map { (caller: caller, callee: $0) }
      }, by: \.callee
    ).mapValues { $0.map(\.caller) }
    for key in order {
      for (step, value) in workflows[key]?.credentials ?? [] {
        open.append(Reading(value: value, tail: [], workflow: key, step: step))
      }
    }
    for key in order { workflows[key]?.passwords.forEach { markInput([$0], of: key) } }
    while true {
      if let reading = open.popLast() {
        follow(reading)
      } else if let (path, workflow) = openInputs.popLast() {
        followInput(path, of: workflow)
      } else {
        return
      }
    }
  }

  func secrets(of key: WorkflowKey) -> Secrets { found[key] ?? Secrets() }

  // MARK: from a value to what it reads

  private mutating func follow(_ reading: Reading) {
    if let selector = reading.value.selector {
      guard let pointer = selector.path.pointer, let source = selector.source else { return }
      return follow(source, pointer.tokens + reading.tail, reading)
    }
    for parsed in reading.value.expressions { follow(parsed.expression, reading.tail, reading) }
  }

  private mutating func follow(
    _ expression: RuntimeExpression, _ tail: [String], _ reading: Reading
  ) {
    guard let workflow = workflows[reading.workflow], tail.count <= 32 else { return }
    switch expression {
    case .inputs(let reference):
      guard let (name, pointer, _) = reference.resolve(declared: workflow.inputs) else { return }
      markInput([name] + pointer.tokens + tail, of: reading.workflow)
    case .steps(let id, let reference): markOutput(reference, of: id, tail, reading.workflow)
    case .outputs(let reference):
      guard let step = reading.step, let callee = workflow.calls[step] else { return }
      markResult(reference, of: callee, tail)
    case .workflows(let id, .outputs, let reference):
      for callee in workflow.named(id) { markResult(reference, of: callee, tail) }
    default: return
    }
  }

  private mutating func markInput(_ path: [String], of key: WorkflowKey) {
    guard found[key, default: Secrets()].inputs.insert(path).inserted else { return }
    openInputs.append((path, key))
  }

  /// A value that a caller passes as a secret input is secret there.
  private mutating func followInput(_ path: [String], of key: WorkflowKey) {
    guard let name = path.first else { return }
    for caller in callers[key] ?? [] {
      guard let workflow = workflows[caller] else { continue }
      for argument in workflow.arguments(for: name, of: key) {
        open.append(
          Reading(
            value: argument.value, tail: Array(path.dropFirst()), workflow: caller,
            step: argument.step))
      }
      if workflow.passesItsOwnInputs(to: key), workflow.inputs.contains(name) {
        markInput(path, of: caller)
      }
    }
  }

  private mutating func markOutput(
    _ reference: RuntimeExpression.Reference, of id: String, _ tail: [String], _ key: WorkflowKey
  ) {
    guard let workflow = workflows[key], let step = workflow.step(id) else { return }
    let declared = step.outputs.map(\.name.value)
    guard let (name, pointer, _) = reference.near(among: declared).resolve(declared: declared),
      let output = step.outputs.first(where: { $0.name.value == name })
    else {
      if let callee = workflow.calls[id] {
        markResult(reference, of: callee, tail, kept: (key, id))
      }
      return
    }
    let tail = pointer.tokens + tail
    guard isNew(tail, at: output.value.location) else { return }
    // An object that holds a secret somewhere is still an object.
    if tail.isEmpty {
      found[key, default: Secrets()].outputs.insert(VariableKey(step: step.id.value, output: name))
    }
    open.append(
      Reading(value: output.value, tail: tail, workflow: key, step: step.id.value))
  }

  /// Marks an output of a workflow.
  ///
  /// - Parameter kept: The caller and its step that keeps the output (dialect P14).
  private mutating func markResult(
    _ reference: RuntimeExpression.Reference, of callee: WorkflowKey, _ tail: [String],
    kept: (caller: WorkflowKey, step: String)? = nil
  ) {
    guard let outputs = workflows[callee]?.workflow.outputs,
      let (name, pointer, _) = reference.near(among: outputs.map(\.name.value))
        .resolve(declared: outputs.map(\.name.value)),
      let output = outputs.first(where: { $0.name.value == name })
    else { return }
    let tail = pointer.tokens + tail
    if tail.isEmpty, let kept {
      found[kept.caller, default: Secrets()].outputs.insert(.call(kept.step, name))
    }
    guard isNew(tail, at: output.value.location) else { return }
    open.append(Reading(value: output.value, tail: tail, workflow: callee, step: nil))
  }

  private mutating func isNew(_ tail: [String], at place: Location) -> Bool {
    tail.count <= 32 && seen.insert(Part(place: place, tail: tail)).inserted
  }
}
