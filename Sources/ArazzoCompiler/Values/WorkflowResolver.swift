import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Resolves the names in one workflow.
///
/// A class, because outputs refer to each other in any order: each is compiled on first use and
/// kept.
final class WorkflowResolver {
  /// The workflows that this one names; `nil` while only its interface is wanted.
  let plans: WorkflowPlans?
  /// The workflows that it depends on, as they are called in the plan.
  let dependsOn: [String]
  let description: ArazzoDescription
  let workflow: Workflow
  let inputs: StructPlan
  let targets: [String: StepTarget]
  let diagnostics: Diagnostics
  /// Step outputs that flow into a credential (rule H8).
  let secrets: Set<VariableKey>
  /// What the workflow is called in the plan.
  private let planID: String
  /// The types of response values.
  private let types: ResponseTypes
  private let order: [String: Int]
  private var variables: [VariableKey: VariablePlan] = [:]
  private var values: [VariableKey: ValuePlan?] = [:]
  private var successes: [String: SuccessResponses] = [:]
  /// What is kept of what called workflows gave back, by the step that called.
  private(set) var callOutputs: [String: [(key: VariableKey, value: ValuePlan)]] = [:]
  /// How many outputs are being compiled, each because the one before it reads it.
  private var depth = 0

  init(
    plans: WorkflowPlans?, dependsOn: [String], description: ArazzoDescription, workflow: Workflow,
    inputs: StructPlan, planID: String, types: ResponseTypes,
    targets: [String: StepTarget], secrets: Set<VariableKey>, diagnostics: Diagnostics
  ) {
    self.plans = plans
    self.dependsOn = dependsOn
    self.description = description
    self.workflow = workflow
    self.inputs = inputs
    self.targets = targets
    self.secrets = secrets
    self.diagnostics = diagnostics
    self.planID = planID
    self.types = types
    order = Dictionary(
      workflow.steps.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// What the operation of a step can answer where the step succeeds; `nil` where it has none.
  func responses(of id: String) -> SuccessResponses? {
    if let known = successes[id] { return known }
    guard case .operation(let found)? = targets[id], let step = step(id) else { return nil }
    let responses = SuccessResponses(
      found.operation, step.successCriteria, accepted: step.accept(in: workflow),
      readsXML: step.readsXML)
    successes[id] = responses
    return responses
  }

  /// The type of a schema that an output refers to.
  func type(of schema: Schema, named name: String) -> TypePlan {
    types.type(of: schema, named: name, in: planID)
  }

  func step(_ id: String) -> Step? { order[id].map { workflow.steps[$0] } }

  func index(of id: String) -> Int? { order[id] }

  /// The value of a step's output, read at the moment the step has succeeded.
  func value(of key: VariableKey) -> ValuePlan? {
    if let known = values[key] { return known }
    guard !key.isOfCall,
      let output = step(key.step)?.outputs.first(where: { $0.name.value == key.output })
    else { return nil }
    values[key] = .some(nil)
    depth += 1
    defer { depth -= 1 }
    guard depth <= 50 else {
      diagnostics.error(
        "outputs refer to each other through more than 50 later steps", at: output.value.location)
      return nil
    }
    let compiler = ValueCompiler(
      scope: self, moment: .response(step: key.step), outputName: key.output)
    let value = compiler.output(output)
    values[key] = .some(value)
    return value
  }

  /// An output of the workflow that a step calls, to be kept when the step has succeeded.
  func callVariable(_ key: VariableKey, _ output: OutputPlan) -> VariablePlan {
    if let known = variables[key] { return known }
    let plan = VariablePlan(
      step: key.step, output: key.output, isOfCall: true, type: type(of: key, output.type),
      isOptional: output.isOptional)
    variables[key] = plan
    let value = ValuePlan(
      kind: .callOutput(output.name), type: output.type, isOptional: output.isOptional,
      expression: "$outputs." + output.name)
    callOutputs[key.step, default: []].append((key, value))
    return plan
  }

  /// A step's output as a variable.
  func variable(_ key: VariableKey) -> VariablePlan {
    if let known = variables[key] { return known }
    let value = value(of: key)
    let plan = VariablePlan(
      step: key.step, output: key.output, type: type(of: key, value?.type ?? .json),
      isOptional: value?.isOptional ?? true)
    variables[key] = plan
    return plan
  }

  /// The type, a secret where the output flows into a credential (rule H8).
  private func type(of key: VariableKey, _ type: TypePlan) -> TypePlan {
    guard secrets.contains(key), [.string, .timestamp, .json].contains(type.withoutNull) else {
      return type
    }
    return TypePlan.secret.orNull(type.isNullable)
  }
}

extension VariableKey {
  /// An output of the workflow that a step calls.
  static func call(_ step: String, _ output: String) -> VariableKey {
    VariableKey(step: step, output: output, isOfCall: true)
  }
}

extension ValuePlan {
  static let missing = ValuePlan(kind: .missing, type: .json, isOptional: true, expression: nil)

  /// A value of the document itself.
  package static func literal(_ literal: LiteralPlan) -> ValuePlan {
    ValuePlan(kind: .literal(literal), type: literal.type, isOptional: false, expression: nil)
  }

  var isMissing: Bool { kind == .missing }

  var literal: LiteralPlan? { if case .literal(let literal) = kind { literal } else { nil } }

  var asMissing: ValuePlan {
    ValuePlan(kind: .missing, type: type, isOptional: true, expression: expression)
  }

  /// The value at a path inside this one.
  func member(_ tokens: [PointerToken], expression: String?) -> ValuePlan {
    guard let token = tokens.first else { return self }
    if case .object(let members) = kind {
      let member = members.first { $0.name == token.memberName }?.value ?? .missing
      return member.member(Array(tokens.dropFirst()), expression: expression)
    }
    if isMissing { return self }
    return ValuePlan(
      kind: .member(self, pointer: tokens), type: .json, isOptional: true, expression: expression)
  }
}

/// The types of values inside others.
extension WorkflowResolver {
  /// The type of what JSON Pointer tokens lead to inside a value of the type, where names and
  /// indexes lead there.
  func type(at tokens: [String], in type: TypePlan) -> TypePlan {
    guard let token = tokens.first else { return type }
    let rest = Array(tokens.dropFirst())
    switch type.withoutNull {
    case .declared(let id):
      let member = declaration(id)?.members.first { $0.name == token }
      return member.map { self.type(at: rest, in: $0.type.orNull($0.admitsNull)) } ?? .json
    case .dictionary(let value): return self.type(at: rest, in: value)
    // Types of inputs occur only in the inputs.
    case .array(let element) where Int(token) != nil && element.nominal == nil:
      return self.type(at: rest, in: element)
    default: return .json
    }
  }

  /// Where a way leaves what a type has; `nil` where it does not, or the type leaves that open.
  func missingMember(_ tokens: [String], in type: TypePlan, depth: Int = 0) -> MissingMember? {
    guard depth < tokens.count else { return nil }
    let token = tokens[depth]
    switch type.withoutNull {
    case .json, .enclosing: return nil
    case .dictionary(let value): return missingMember(tokens, in: value, depth: depth + 1)
    case .array(let element) where token.isIndex:
      return missingMember(tokens, in: element, depth: depth + 1)
    case .structure(let plan):
      if let field = plan.fields.first(where: { $0.name == token }) {
        return missingMember(tokens, in: field.type, depth: depth + 1)
      }
      return MissingMember(
        token: token, depth: depth, kinds: [.object], declared: plan.fields.map(\.name),
        isClosed: true)
    case .declared(let id) where id.kind != .text:
      return declaration(id).flatMap { missingMember(tokens, in: $0, depth: depth) }
    default:
      return MissingMember(
        token: token, depth: depth, kinds: ValueFacts(type)?.kinds ?? [], declared: [],
        isClosed: true)
    }
  }

  private func missingMember(
    _ tokens: [String], in declaration: DeclarationPlan, depth: Int
  ) -> MissingMember? {
    if let member = declaration.members.first(where: { $0.name == tokens[depth] }) {
      return missingMember(tokens, in: member.type, depth: depth + 1)
    }
    guard declaration.listsEveryMember else { return nil }
    return MissingMember(
      token: tokens[depth], depth: depth, kinds: [.object],
      declared: declaration.members.map(\.name), isClosed: false)
  }

  private func declaration(_ id: DeclarationID) -> DeclarationPlan? {
    types.declaration(id)
  }
}
