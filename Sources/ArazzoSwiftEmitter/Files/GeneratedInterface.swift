import ArazzoCompiler

/// The Swift names of the code that is generated for a document, for programs that call the code
/// without reading it. Every name includes the namespace.
package struct GeneratedInterface {
  /// The function and the types of a workflow.
  package struct Workflow {
    /// The workflow, by its id in the plan.
    package let id: String
    /// The name of the file that declares them.
    package let file: String
    /// The modules that the file imports, in alphabetical order.
    package let imports: [String]
    package let function: String
    /// The parameters of the function; of the one that runs the dependencies first, where the
    /// workflow has some.
    package let parameters: [Parameter]
    /// What the function returns; `nil` for nothing.
    package let result: String?
    package let inputs: String?
    /// The type of what is known where the workflow ends well.
    package let outputs: String?
    package let outcome: String?
    /// The endings, where there is an outcome.
    package let endings: [Ending]
    package let state: String?
  }

  /// A case of an outcome.
  package struct Ending {
    /// The ending's name in the description.
    package let name: String
    package let kind: EndingPlan.Kind
    package let caseName: String
    /// The types of what the case holds.
    package let values: [String]
  }

  package struct Parameter {
    /// `nil` for none.
    package let label: String?
    package let type: String
    /// Whether a caller may leave it out.
    package let hasDefault: Bool
    /// The name of the workflow whose inputs it takes.
    package let inputsOf: String?
  }

  /// A constant for something that the document's sources declare.
  package struct Constant {
    package let source: String
    /// Its name in the source.
    package let name: String
    package let constant: String
  }

  package let workflows: [Workflow]
  /// The default server of each source.
  package let servers: [Constant]
  package let securitySchemes: [Constant]
}

extension SwiftEmitter {
  /// The names in the code that ``emit(_:)`` writes for the plan.
  ///
  /// - Throws: ``TemplateError`` where a template asks for a value that there is none for.
  package func interface(of plan: DocumentPlan) throws -> GeneratedInterface {
    let names = names(of: plan)
    let files = try files(plan)
    let prefix = options.namespace.map { ReservedNames.declared($0) + "." } ?? ""
    return GeneratedInterface(
      workflows: contexts(plan, names).compactMap { workflow in
        let own = files.first { $0.workflow == workflow.plan.id }
        return (own ?? files.first).map { interface(of: workflow, in: $0, prefix) }
      },
      servers: plan.uniqueServers.map { server in
        GeneratedInterface.Constant(
          source: server.source, name: server.source,
          constant: prefix + names.serversType + "." + names.server(server))
      },
      securitySchemes: plan.schemes.map { scheme in
        GeneratedInterface.Constant(
          source: scheme.source, name: scheme.name,
          constant: prefix + names.securityType + "." + names.scheme(scheme))
      })
  }

  private func ending(
    of workflow: WorkflowContext, _ ending: EndingPlan, _ prefix: String
  ) -> GeneratedInterface.Ending {
    GeneratedInterface.Ending(
      name: ending.name, kind: ending.kind,
      caseName: ReservedNames.declared(workflow.names.ending(ending)),
      values: workflow.payload(of: ending, isOutside: true).map {
        GeneratedInterface.type($0.type, prefix)
      })
  }

  private func interface(
    of workflow: WorkflowContext, in file: GeneratedFile, _ prefix: String
  ) -> GeneratedInterface.Workflow {
    let function = FunctionWriter(workflow: workflow)
    let plan = workflow.plan
    let type = prefix + workflow.names.type
    return GeneratedInterface.Workflow(
      id: plan.id, file: file.name,
      imports: imports(of: file).subtracting(options.embeddedModules).modules.sorted(),
      function: prefix + ReservedNames.declared(workflow.names.function),
      parameters: (function.overloadParameters() ?? function.parameters()).map {
        GeneratedInterface.Parameter($0, prefix)
      },
      result: workflow.result.map { prefix + $0 },
      inputs: plan.inputs.fields.isEmpty ? nil : type + ".Inputs",
      outputs: plan.mainResult.map { type + "." + workflow.names.result($0) },
      outcome: plan.returnsOutcome ? type + ".Outcome" : nil,
      endings: plan.returnsOutcome ? plan.endings.map { ending(of: workflow, $0, prefix) } : [],
      state: plan.isMachine ? type + ".State" : nil)
  }
}

extension GeneratedInterface.Parameter {
  fileprivate init(_ parameter: FunctionWriter.Parameter, _ prefix: String) {
    self.init(
      label: parameter.label, type: GeneratedInterface.type(parameter.type, prefix),
      hasDefault: parameter.defaultValue != nil, inputsOf: parameter.inputsOf)
  }
}

extension GeneratedInterface {
  /// A type from outside of the namespace, which the runtime's types are not in.
  fileprivate static func type(_ name: String, _ prefix: String) -> String {
    ["WorkflowClient", "WorkflowError"].contains(name) ? name : prefix + name
  }
}
