import ArazzoCompiler

/// The file with the workflows of a document as tools.
struct ToolsFile {
  let plan: DocumentPlan
  let names: DocumentNames
  /// The workflows of the plan by their ids.
  let workflows: [String: WorkflowContext]
  let access: String
  let templates: TemplateSet

  /// - Returns: `nil` where the plan describes no tools.
  func file() throws -> GeneratedFile? {
    guard let tools = plan.tools else { return nil }
    let credentials = CommandCredentials(plan, names: names)
    let variables = SecretVariables(tools, of: workflows, beside: credentials)
    let constants = ToolConstants(
      tools.map { names.function($0.workflow) }, beside: names.allFunctions)
    let declaration = try templates.layout(
      "tools",
      [
        "access": access, "name": names.toolsType,
        "documentation": Layout.documentation(
          "The workflows of `\(ReadableText.oneLine(plan.fileName))` as tools of an ``MCPServer``."),
        "all": Layout.array(constants.tools.map(Layout.text)),
        "credentials": Layout.array(credentials.variables.map(credential)),
        "tools": tools.indices.map { number in
          context(tools[number], constants, number, variables.names[number])
        },
      ])
    return GeneratedFile(
      name: names.toolsType + ".swift",
      imports: Imports(used: ["ArazzoRuntime"], declaring: ["ArazzoMCP"]),
      declarations: [declaration])
  }

  private func credential(_ scheme: SchemePlan, _ variable: String) -> Layout {
    .call(
      "MCPCredential",
      [
        .text(names.securityType + "." + ReservedNames.declared(names.scheme(scheme))),
        .labelled("from", .string(variable)),
      ])
  }

  private func context(
    _ tool: ToolPlan, _ constants: ToolConstants, _ number: Int, _ variables: [String]
  ) -> [String: Any] {
    let name = ReadableText.oneLine(workflows[tool.workflow]?.plan.name ?? tool.name)
    let input = constants.inputs[number]
    let output = constants.outputs[number]
    return [
      "documentation": Layout.documentation("The workflow `\(name)` as a tool."),
      "constant": constants.tools[number],
      "arguments": Layout.parameters(
        arguments(tool, input, output, secrets(tool, variables))),
      "body": body(tool),
      "schemas": [
        ["name": input, "schema": JSONLiteral.layout(tool.input)],
        ["name": output, "schema": JSONLiteral.layout(tool.output)],
      ],
    ]
  }

  private func arguments(
    _ tool: ToolPlan, _ input: String, _ output: String, _ secrets: [Layout]
  ) -> [Layout] {
    var arguments = [Layout.string(tool.name)]
    if let title = tool.title { arguments.append(.labelled("title", .string(title))) }
    if let text = tool.description {
      arguments.append(.labelled("description", .string(text)))
    }
    arguments.append(.labelled("input", .text(input)))
    arguments.append(.labelled("output", .text(output)))
    if !tool.dependencies.isEmpty {
      let names = tool.dependencies.map { Layout.string($0.argument) }
      arguments.append(.labelled("dependencies", .array(names)))
    }
    if !secrets.isEmpty { arguments.append(.labelled("secrets", .array(secrets))) }
    return arguments
  }

  /// The statements that run the workflow with what the closure is called with.
  private func body(_ tool: ToolPlan) -> Layout {
    guard let workflow = workflows[tool.workflow] else { return .empty }
    let call = call(tool, workflow)
    guard let name = tool.ending else {
      return ["try await ", .call("MCPResult", [call])]
    }
    let ending = Layout.labelled("ending", .string(name))
    if workflow.result != nil {
      return ["try await ", .call("MCPResult", [ending, .labelled("outputs", call)])]
    }
    return .lines([["try await ", call], ["return ", .call("MCPResult", [ending])]])
  }

  private func call(_ tool: ToolPlan, _ workflow: WorkflowContext) -> Layout {
    var arguments: [Layout] = workflow.plan.inputs.fields.isEmpty ? [] : ["$0.decoded()"]
    for dependency in tool.dependencies {
      guard let other = workflows[dependency.workflow] else { continue }
      let inputs = Layout.call("$0.decoded", [.string(dependency.argument)])
      arguments.append(.labelled(other.dependencyInputs, inputs))
    }
    arguments.append(.labelled("client", "$1"))
    return .call(.text(ReservedNames.declared(workflow.names.function)), arguments)
  }

  private func secrets(_ tool: ToolPlan, _ variables: [String]) -> [Layout] {
    zip(tool.secrets, variables).map { secret, variable in
      let argument = tool.dependencies.first { $0.workflow == secret.workflow }?.argument
      let path = (argument.map { [$0] } ?? []) + secret.path
      var arguments: [Layout] = [
        .array(path.map(Layout.string)), .labelled("from", .string(variable)),
      ]
      if secret.isRequired { arguments.append(.labelled("isRequired", "true")) }
      if secret.isJSON { arguments.append(.labelled("isJSON", "true")) }
      return .call("MCPSecretInput", arguments)
    }
  }
}

/// What the constants of tools are called.
struct ToolConstants {
  let tools: [String]
  let inputs: [String]
  let outputs: [String]

  /// - Parameter functions: The functions of the tools' workflows.
  init(_ functions: [String], beside others: Set<String>) {
    let names = NameScope.resolve(
      ["Tool", "Input", "Output"].flatMap { ending in functions.map { $0 + ending } },
      taken: others.union(ReservedNames.tools))
    tools = Array(names.prefix(functions.count))
    inputs = Array(names.dropFirst(functions.count).prefix(functions.count))
    outputs = Array(names.suffix(functions.count))
  }
}
