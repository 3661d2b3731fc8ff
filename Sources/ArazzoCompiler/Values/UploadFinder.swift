import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Finds the inputs that flow only into what takes bytes: binary bodies, parts and fields, and inputs
/// of called workflows that are uploads (rule H11).
struct UploadFinder {
  private(set) var inputs: Set<[String]> = []
  /// How often each input is named where bytes are taken.
  private var uses: [String: Int] = [:]
  private let declared: [String]

  init(_ workflow: Workflow, in description: ArazzoDescription, targets: [String: StepTarget]) {
    declared = workflow.inputs.map { Self.names($0) } ?? []
    guard !Self.handsOnByName(workflow) else { return }
    for step in workflow.steps {
      switch targets[step.id.value] {
      case .operation(let found): read(step, found.operation)
      case .workflow(let called): read(step, workflow, called)
      case nil: break
      }
    }
    guard !inputs.isEmpty else { return }
    let mentions = Dictionary(
      grouping: workflow.namedInputs(among: declared), by: { $0 }
    ).mapValues(\.count)
    let callers = description.workflows.flatMap(\.steps).filter { $0.calls(workflow.id.value) }
    inputs = inputs.filter { path in
      let name = path[0]
      return mentions[name] == uses[name]
        && callers.allSatisfy { $0.handsOnInput(as: name) }
    }
  }

  /// The names that the inputs' schema shows without a reference being followed.
  private static func names(_ schema: Node) -> [String] {
    let all = [schema] + (schema["allOf"]?.sequence ?? [])
    return all.flatMap { $0["properties"]?.mapping?.members.map(\.key.value) ?? [] }
  }

  /// Whether an action passes inputs of the same name to another workflow, whatever they are there.
  private static func handsOnByName(_ workflow: Workflow) -> Bool {
    let actions =
      workflow.steps.flatMap { $0.onSuccess + $0.onFailure } + workflow.successActions
      + workflow.failureActions
    return actions.contains { $0.workflowID != nil && $0.parameters.isEmpty }
  }

  // MARK: places that take bytes

  private mutating func read(_ step: Step, _ operation: Operation) {
    guard let body = step.requestBody, let payload = body.payload, body.replacements.isEmpty,
      !operation.method.hasNoBody
    else { return }
    let offered = operation.requestBody?.content.map(\.name) ?? []
    let isJSON = body.contentType == nil && offered.contains(where: \.isJSONMediaType)
    guard !isJSON, let type = body.contentType?.value ?? offered.first else { return }
    let schema = operation.requestBody?.media(for: type)?.schema
    guard type.isMultipartMediaType || type.isFormMediaType else {
      let isText = type.isTextMediaType || type.isJSONMediaType
      if schema?.isBinary == true || !isText && type.isBinaryMediaType {
        mark(payload, isArray: false)
      }
      return
    }
    let fields = (schema?.properties ?? []).filter(\.schema.isBinary)
    for field in fields {
      let isArray = field.schema.kinds == [.array]
      if let member = payload[field.name.value] {
        mark(member, isArray: isArray)
      } else if let path = path(payload) {
        inputs.insert(path + [field.name.value] + (isArray ? ["item"] : []))
      }
    }
    if !fields.isEmpty, payload.members == nil, let path = path(payload) {
      uses[path[0], default: 0] += 1
    }
  }

  private mutating func read(_ step: Step, _ workflow: Workflow, _ called: WorkflowPlan) {
    for parameter in WorkflowCallCompiler.parameters(of: step, in: workflow) {
      let field = called.inputs.fields.first { $0.name == parameter.name.value }
      if field?.type == .upload { mark(parameter.value, isArray: false) }
      if field?.type == .array(.upload) { mark(parameter.value, isArray: true) }
    }
  }

  private mutating func mark(_ value: DocumentValue, isArray: Bool) {
    guard let elements = value.elements else {
      guard let path = path(value) else { return }
      uses[path[0], default: 0] += 1
      inputs.insert(path + (isArray ? ["item"] : []))
      if isArray { inputs.insert(path) }
      return
    }
    elements.forEach { mark($0, isArray: false) }
  }

  /// The input that a value is as a whole, by its names from the top down.
  private func path(_ value: DocumentValue) -> [String]? {
    guard case .success(.expression(let parsed))? = value.text?.template,
      case .inputs(let reference) = parsed.expression,
      let (name, pointer, _) = reference.resolve(declared: declared)
    else { return nil }
    return [name] + pointer.tokens
  }
}

extension Workflow {
  /// The inputs that its expressions name, each as often as it is named.
  func namedInputs(among declared: [String]) -> [String] {
    uses.compactMap { use in
      guard case .inputs(let reference) = use.expression else { return nil }
      return reference.near(among: declared).resolve(declared: declared)?.name
    }
  }
}

extension Step {
  fileprivate func calls(_ workflow: String) -> Bool {
    if case .workflowID(let id) = target { id.value == workflow } else { false }
  }

  /// Whether the step passes one of its workflow's inputs, or nothing.
  fileprivate func handsOnInput(as name: String) -> Bool {
    parameters.filter { $0.name.value == name }.allSatisfy { parameter in
      guard case .success(.expression(let parsed))? = parameter.value.text?.template,
        case .inputs = parsed.expression
      else { return false }
      return true
    }
  }
}
