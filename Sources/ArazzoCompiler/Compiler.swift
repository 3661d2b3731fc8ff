import ArazzoDescriptions
import ArazzoDocuments

/// Compiles descriptions to a plan: resolves names and references, infers types, compiles criteria,
/// and lowers steps and actions.
package struct Compiler {
  private let diagnostics: Diagnostics
  private let loader: any DocumentLoading

  package init(loader: any DocumentLoading, diagnostics: Diagnostics) {
    self.loader = loader
    self.diagnostics = diagnostics
  }

  /// Compiles every workflow of a description, and the workflows of other documents that they use.
  ///
  /// - Returns: The plan of the workflows without an error, and without one in what they call, with
  ///   the number of workflows that the document has. Errors are in the diagnostics.
  package func compile(
    _ description: ArazzoDescription, fileName: String
  ) -> (plan: DocumentPlan, total: Int) {
    let descriptions = DescriptionSet(description, loader: loader, diagnostics: diagnostics)
    let calls = CallOrder(descriptions, diagnostics)
    let names = PlanNames(calls.order, descriptions)
    let types = ResponseTypes()
    let compiled = compile(calls, names, descriptions, types)
    diagnostics.finishDialects()
    let plans = needed(compiled, calls, descriptions)
    let plan = DocumentPlan(
      fileName: fileName, title: description.title, servers: servers(plans), workflows: plans,
      types: types.all)
    return (plan, description.workflows.count)
  }

  private func compile(
    _ calls: CallOrder, _ names: PlanNames, _ descriptions: DescriptionSet, _ types: ResponseTypes
  ) -> [WorkflowKey: WorkflowPlan] {
    let secrets = secretFlow(calls, descriptions)
    func compiler(_ key: WorkflowKey, _ plans: WorkflowPlans?) -> WorkflowCompiler? {
      self.compiler(key, plans, calls, names, descriptions, types, secrets)
    }
    var plans = WorkflowPlans(calls, names) { key in compiler(key, nil)?.interface() }
    var unread: [(workflow: WorkflowKey, inputs: [Located<String>])] = []
    for key in calls.order {
      guard let workflow = descriptions.workflow(key), plans.isCompilable(key, workflow) else {
        // What else is wrong with it is told at once.
        _ = compiler(key, plans)?.compile()
        plans.set(nil, for: key)
        continue
      }
      let compiled = compiler(key, plans)?.compile()
      plans.set(compiled?.plan, for: key)
      if let inputs = compiled?.unreadInputs, !inputs.isEmpty { unread.append((key, inputs)) }
    }
    for (workflow, inputs) in unread where !plans.isReadElsewhere(workflow, descriptions) {
      warn(unread: inputs, of: workflow.id)
    }
    plans.refuseEndless(descriptions, diagnostics)
    return plans.complete(descriptions)
  }

  /// Reports inputs that aren't used.
  private func warn(unread inputs: [Located<String>], of workflow: String) {
    for input in inputs {
      diagnostics.warning(
        "the input \(input.value.quotedForMessage) of workflow '\(workflow)' is never used",
        at: input.location, cause: "unread \(input.value)",
        common: "the input \(input.value.quotedForMessage) is never used",
        suggestion: "remove it, or use it as '$inputs.\(input.value)'")
    }
  }

  private func compiler(
    _ key: WorkflowKey, _ plans: WorkflowPlans?, _ calls: CallOrder, _ names: PlanNames,
    _ descriptions: DescriptionSet, _ types: ResponseTypes, _ secrets: SecretFlow
  ) -> WorkflowCompiler? {
    guard let workflow = descriptions.workflow(key) else { return nil }
    let member = descriptions.members[key.document]
    var seen: Set<String> = []
    let dependsOn = calls.dependencies(of: workflow).map(names.name)
      .filter { seen.insert($0).inserted }
    return WorkflowCompiler(
      description: member.description, workflow: workflow, catalog: member.catalog,
      loader: loader, diagnostics: diagnostics, plans: plans,
      planID: names.name(key),
      document: key.document == 0 ? nil : member.fileName, dependsOn: dependsOn,
      isCalled: calls.called.contains(key), types: types, secrets: secrets.secrets(of: key))
  }

  /// What flows into credentials, in all workflows; what is wrong with them is reported when they
  /// are compiled.
  private func secretFlow(_ calls: CallOrder, _ descriptions: DescriptionSet) -> SecretFlow {
    var workflows: [WorkflowKey: SecretWorkflow] = [:]
    for key in calls.order {
      guard let workflow = descriptions.workflow(key) else { continue }
      let member = descriptions.members[key.document]
      let finder = OperationFinder(catalog: member.catalog, diagnostics: Diagnostics())
      let inputs = workflow.inputs.flatMap {
        try? Schema.inputs($0, of: member.description, loader: loader)
      }
      workflows[key] = SecretWorkflow(
        workflow, inputs: inputs,
        operations: Dictionary(
          workflow.steps.filter { member.catalog.asynchronousPlace(of: $0) == nil }
            .compactMap { step in
              finder.operation(of: step, in: workflow).map { (step.id.value, $0) }
            },
          uniquingKeysWith: { first, _ in first }),
        targets: calls.targets)
    }
    return SecretFlow(workflows, in: calls.order)
  }

  /// The document's own workflows in their order, then the workflows of others that they use.
  private func needed(
    _ compiled: [WorkflowKey: WorkflowPlan], _ calls: CallOrder, _ descriptions: DescriptionSet
  ) -> [WorkflowPlan] {
    let own = descriptions.members[0].description.workflows.map {
      WorkflowKey(document: 0, id: $0.id.value)
    }.filter { compiled[$0] != nil }
    var needed = Set(own)
    var open = own
    while let workflow = open.popLast().flatMap(descriptions.workflow) {
      for target in workflow.references.compactMap({ calls.targets[$0.key] })
      where needed.insert(target).inserted {
        open.append(target)
      }
    }
    let others = calls.order.filter { $0.document > 0 && needed.contains($0) }
    return (own + others).compactMap { compiled[$0] }
  }

  /// The servers of the operations that are called, in the order of their first use.
  private func servers(_ plans: [WorkflowPlan]) -> [ServerPlan] {
    var seen: Set<ServerPlan> = []
    return plans.flatMap(\.everyStep).compactMap { step in
      guard case .operation(let operation) = step.call, seen.insert(operation.server).inserted
      else { return nil }
      return operation.server
    }
  }
}
