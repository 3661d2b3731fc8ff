/// Finds the inputs that a workflow needs to end successfully (rule V11).
struct InputNeeds {
  /// The inputs that every path to a successful ending needs, and the inputs around them.
  private(set) var required: Set<[String]> = []
  /// Those that only some ways need, with the steps that fail without them.
  private(set) var steps: [[String]: [String]] = [:]

  /// - Parameter inputs: The inputs as the document has them; those that may be left out are looked
  ///   at.
  init(_ lowering: Lowering, _ inputs: StructPlan) {
    let ways = GoodWays(lowering)
    guard ways.exist(without: nil) else { return }
    for path in ways.needed where inputs.mayLeaveOut(path) {
      if !ways.exist(without: path) {
        for count in 1...path.count { required.insert(Array(path.prefix(count))) }
      } else {
        steps[path] = ways.steps(needing: path)
      }
    }
  }
}

/// The paths through a workflow that end successfully.
private struct GoodWays {
  let lowering: Lowering
  private var drafts: [StepDraft] { lowering.drafts }

  init(_ lowering: Lowering) { self.lowering = lowering }

  /// Every input that a step needs that can be reached.
  var needed: [[String]] {
    let paths = drafts.indices.filter { lowering.analysis.isReachable[$0] }
      .reduce(into: Set<[String]>()) { $0.formUnion(drafts[$1].needs.inputs) }
    let actions = drafts.flatMap(\.effectiveSuccess).compactMap(\.target.needs)
    return actions.reduce(into: paths) { $0.formUnion($1.inputs) }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  func steps(needing path: [String]) -> [String] {
    drafts.indices.filter {
      lowering.analysis.isReachable[$0] && drafts[$0].needs.inputs.contains(path)
    }.map { drafts[$0].id }
  }

  /// Whether an ending of `onSuccess` or the end of the steps can be reached through steps that do
  /// not need the input.
  func exist(without path: [String]?) -> Bool {
    var seen: Set<Int> = []
    var open = drafts.isEmpty ? [] : [0]
    while let index = open.popLast() {
      guard seen.insert(index).inserted, !isBlocked(index, path) else { continue }
      let node = lowering.analysis.nodes[index]
      if node.success.contains(nil) || node.leavesOnFailure || leaves(index, without: path) {
        return true
      }
      open += node.next
    }
    return false
  }

  private func isBlocked(_ index: Int, _ path: [String]?) -> Bool {
    let step = index < drafts.count ? index : lowering.detours[index - drafts.count].step
    return path.map(drafts[step].needs.inputs.contains) ?? false
  }

  /// Whether a success continues in another workflow that doesn't need the input.
  private func leaves(_ index: Int, without path: [String]?) -> Bool {
    guard index < drafts.count else { return false }
    return drafts[index].effectiveSuccess.contains { action in
      guard case .workflow = action.target else { return false }
      return path.map { action.target.needs?.inputs.contains($0) != true } ?? true
    }
  }
}

extension ActionDraft.Target {
  /// The inputs that a workflow needs that this one continues in.
  fileprivate var needs: Needs? {
    if case .workflow(_, let call) = self { call.needs } else { nil }
  }
}

extension StructPlan {
  /// The same, with a note at each field that may be left out about the steps that fail without it.
  func noting(_ needs: InputNeeds) -> StructPlan {
    var result = self
    for index in fields.indices {
      let name = fields[index].name
      let steps = needs.steps.filter { $0.key.first == name }.values.flatMap(\.self)
      let known = Set(steps).sorted().map { "`\($0)`" }
      guard !known.isEmpty else { continue }
      let noun = known.count == 1 ? "step" : "steps"
      result.fields[index].notes.append(
        "without it, the workflow fails at \(noun) \(known.joined(separator: ", "))")
    }
    return result
  }

  /// Whether the value at a path, or a value around it, is optional.
  fileprivate func mayLeaveOut(_ path: [String]) -> Bool {
    guard let name = path.first, let field = fields.first(where: { $0.name == name }) else {
      return false
    }
    if field.defaultValue != nil { return false }
    if field.isOptional { return true }
    guard case .structure(let inner) = field.type.withoutNull, path.count > 1 else { return false }
    return inner.mayLeaveOut(Array(path.dropFirst()))
  }
}

/// The values that a request needs to be sent.
struct Needs {
  /// Step outputs.
  var variables: Set<VariableKey> = []
  /// Inputs, by their paths (rule V11).
  var inputs: Set<[String]> = []

  mutating func formUnion(_ other: Needs) {
    variables.formUnion(other.variables)
    inputs.formUnion(other.inputs)
  }
}

extension ValuePlan {
  /// What the value is missing without.
  var needs: Needs { Needs(variables: variables, inputs: neededInputs) }

  private var neededInputs: Set<[String]> {
    switch kind {
    case .input(let path): [path]
    case .member(let base, _), .xmlText(let base), .replaced(let base, _): base.neededInputs
    case .text(let parts): parts.reduce(into: []) { $0.formUnion($1.neededInputs) }
    case .found(_, let context, _): context.neededInputs
    default: []
    }
  }
}

extension CallPlan {
  /// Step outputs that the call can't do with as `null`.
  var readsNotNull: Set<VariableKey> {
    switch self {
    case .operation(let operation):
      operation.parameters.filter(\.isRequired).map(\.value).variables
    case .workflow(let call):
      call.everyArgument.filter { argument in
        argument.mustBeThere || argument.isRequired && !argument.field.type.isNullable
      }.map(\.value).variables
    }
  }
}

extension WorkflowCallPlan {
  /// What the called workflow can't do without, and those that run before it.
  var needs: Needs {
    everyArgument.filter(\.isRequired).reduce(into: Needs()) { $0.formUnion($1.value.needs) }
  }
}
