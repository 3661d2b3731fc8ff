import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Compiles one workflow to its plan.
struct WorkflowCompiler {
  let description: ArazzoDescription
  let workflow: Workflow
  let catalog: SourceCatalog
  let loader: any DocumentLoading
  let diagnostics: Diagnostics
  /// The workflows that this one names; `nil` while only its interface is wanted.
  let plans: WorkflowPlans?
  /// What the workflow is called in the plan.
  let planID: String
  /// The other document's file name, if it's in another one than is being compiled.
  let document: String?
  /// The workflows that it depends on, as they are called in the plan.
  let dependsOn: [String]
  /// Whether another workflow calls it or depends on it.
  let isCalled: Bool
  /// The types of response values in all workflows.
  let types: ResponseTypes
  /// What flows into credentials.
  let secrets: SecretFlow.Secrets

  struct Compiled {
    let plan: WorkflowPlan
    /// Inputs that aren't used, unless another workflow reads them.
    let unreadInputs: [Located<String>]
  }

  /// - Returns: `nil` where a mistake was reported.
  func compile() -> Compiled? {
    let (compiled, hasErrors) = diagnostics.scope { () -> Compiled? in
      let targets = targets()
      return inputSchema().flatMap { compile(targets, $0.schema, needed: []) }
    }
    return hasErrors ? nil : compiled
  }

  /// - Parameter needed: Inputs that are required although the schema doesn't require them (rule
  /// V11).
  ///   They are known only when the steps are compiled, which are then compiled once more.
  private func compile(
    _ targets: [String: StepTarget], _ schema: Schema?, needed: Set<[String]>
  ) -> Compiled? {
    let scope = scope(targets, schema, needed: needed)
    let ((drafts, outputs), hasErrors) = diagnostics.scope { parts(in: scope) }
    guard !workflow.hasErrors, !hasErrors, drafts.count == workflow.steps.count else { return nil }
    let lowering = Lowering(drafts: drafts, outputs: outputs, variable: scope.variable)
    let needs = InputNeeds(lowering, scope.inputs)
    if !needs.required.isEmpty, needed.isEmpty {
      note(needs.required, schema)
      return compile(targets, schema, needed: needs.required)
    }
    let flow = FlowChecker(lowering: lowering, scope: scope)
    guard !diagnostics.scope({ flow.check() }).hasErrors else { return nil }
    let values = (drafts.flatMap(\.values) + outputs).flatMap(\.everyPart)
    var plan = plan(lowering, scope, needs)
    let read = Set(values.compactMap(\.readDependency) + dependenciesRead(by: drafts))
    plan.readsInputsOf = dependsOn.filter(read.contains)
    return Compiled(
      plan: plan, unreadInputs: unreadInputs(schema, used: Set(values.compactMap(\.readInput))))
  }

  private func parts(
    in scope: WorkflowResolver
  ) -> (steps: [StepDraft], outputs: [ValuePlan]) {
    var drafts = workflow.steps.compactMap(StepCompiler(scope: scope).draft)
    let outputs = outputs(scope)
    for index in drafts.indices {
      drafts[index].outputs += scope.callOutputs[drafts[index].id] ?? []
    }
    return (drafts, outputs)
  }

  private func note(_ inputs: Set<[String]>, _ schema: Schema?) {
    for path in inputs.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard case .found(let input, _)? = schema?.lookup(JSONPointer(tokens: path)) else { continue }
      diagnostics.add(
        Diagnostic(
          .note,
          "input '\(path.joined(separator: "."))' is made required, because the workflow can't "
            + "succeed without it", at: input.location))
    }
  }

  /// What is known of the workflow before it is compiled, for those that it calls itself: its
  /// inputs, and outputs of which no more is said than that they may be there.
  func interface() -> WorkflowPlan? {
    guard let inputs = inputSchema() else { return nil }
    return WorkflowPlan(
      id: planID, name: workflow.id.value, document: document, summary: nil, description: nil,
      inputs: scope([:], inputs.schema).inputs, dependsOn: dependsOn,
      outputs: workflow.outputs.map { output in
        OutputPlan(name: output.name.value, type: .json, isOptional: true, expression: "")
      }, endings: [], steps: [], isMachine: false)
  }

  /// The inputs of the document's own workflow that its schema declares and nothing in it reads.
  private func unreadInputs(_ schema: Schema?, used: Set<String>) -> [Located<String>] {
    guard let schema, document == nil else { return [] }
    let own = workflow.inputs?["properties"]?.mapping
    // What is written and not sent was reported at its location.
    let used = used.union(workflow.namedInputs(among: schema.properties.map(\.name.value)))
    return schema.properties.map(\.name).filter { name in
      // A schema that workflows share may have inputs of the others.
      !used.contains(name.value)
        && own?.member(name.value)?.key.location == name.location
    }
  }

  /// The dependencies whose inputs called workflows read that find their dependencies available.
  private func dependenciesRead(by drafts: [StepDraft]) -> [String] {
    drafts.flatMap(\.calls).flatMap { call -> [String] in
      guard case .atHand = call.dependencies else { return [] }
      return plans?.plan(named: call.workflow)?.readsInputsOf ?? []
    }
  }

  // MARK: scope

  private func scope(
    _ targets: [String: StepTarget], _ schema: Schema?, needed: Set<[String]> = []
  ) -> WorkflowResolver {
    let uploads = UploadFinder(workflow, in: description, targets: targets)
    var inputs = InputTypes(
      diagnostics: diagnostics, secrets: secrets.inputs, needed: needed, uploads: uploads.inputs)
    let none = StructPlan(path: [], description: nil, fields: [])
    return WorkflowResolver(
      plans: plans, dependsOn: dependsOn, description: description, workflow: workflow,
      inputs: schema.map { inputs.structure($0) } ?? none, planID: planID, types: types,
      targets: targets,
      secrets: secrets.outputs, diagnostics: diagnostics)
  }

  /// - Returns: `nil` where a mistake was reported.
  private func inputSchema() -> (schema: Schema?, Void)? {
    guard let node = workflow.inputs else { return (nil, ()) }
    do {
      let schema = try Schema.inputs(node, of: description, loader: loader)
      if let broken = schema.brokenReference {
        diagnostics.add(broken)
        return nil
      }
      guard schema.kinds.isEmpty || schema.kinds == [.object] else {
        diagnostics.error("the inputs of a workflow must be an object", at: schema.location)
        return nil
      }
      return (schema, ())
    } catch {
      diagnostics.add(error.diagnostic)
      return nil
    }
  }

  private func targets() -> [String: StepTarget] {
    let finder = OperationFinder(catalog: catalog, diagnostics: diagnostics)
    var targets: [String: StepTarget] = [:]
    for step in workflow.steps where !isOnChannel(step) {
      if case .workflowID(let id) = step.target {
        targets[step.id.value] = plans?.plan(at: id).map(StepTarget.workflow)
      } else {
        targets[step.id.value] = finder.operation(of: step, in: workflow).map(StepTarget.operation)
      }
    }
    return targets
  }

  private func outputs(_ scope: WorkflowResolver) -> [ValuePlan] {
    let values = ValueCompiler(scope: scope, moment: .end)
    return workflow.outputs.compactMap(values.output)
  }

  // MARK: plan

  private func plan(
    _ lowering: Lowering, _ scope: WorkflowResolver, _ needs: InputNeeds
  ) -> WorkflowPlan {
    let steps = lowering.steps
    let endings = endings(steps.flatMap(\.endings))
    let results = ResultFinder(
      outputs: workflow.outputs.map { ($0.name.value, $0.value.node.string ?? "") },
      values: lowering.outputs, ends: steps.flatMap(\.ends))
    return WorkflowPlan(
      id: planID, name: workflow.id.value, document: document, summary: workflow.summary,
      description: workflow.description, inputs: scope.inputs.noting(needs),
      dependsOn: dependsOn,
      outputs: endings.contains { $0.kind != .continued } ? results.all : [],
      results: results.results(at: endings, areShared: isCalled), endings: endings, steps: steps,
      isMachine: lowering.isMachine)
  }

  /// Each ending once, `completed` first.
  private func endings(_ ends: [EndingPlan]) -> [EndingPlan] {
    var seen: Set<EndingPlan> = []
    let unique = ends.filter { seen.insert($0).inserted }
    return unique.filter { $0.kind == .completed } + unique.filter { $0.kind != .completed }
  }
}

extension ValuePlan {
  /// The input that the value is, or is a part of.
  fileprivate var readInput: String? {
    if case .input(let path) = kind { path.first } else { nil }
  }

  /// The dependency of whose inputs the value is one.
  fileprivate var readDependency: String? {
    if case .dependencyInput(let workflow, _) = kind { workflow } else { nil }
  }
}

extension StepPlan {
  /// The endings of the step, with the values of the workflow's outputs.
  fileprivate var ends: [(EndingPlan, [ValuePlan])] {
    transitions.compactMap { transition in
      if case .end(let ending, let outputs) = transition { (ending, outputs) } else { nil }
    }
  }

  /// Every ending of the step.
  fileprivate var endings: [EndingPlan] {
    transitions.compactMap { transition in
      switch transition {
      case .end(let ending, _), .workflow(let ending, _): ending
      case .step, .retry: nil
      }
    }
  }
}
