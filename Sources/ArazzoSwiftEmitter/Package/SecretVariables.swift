import ArazzoCompiler

/// The environment variables of secret inputs: those that a package for the command line reads.
///
/// Tools share a variable for inputs with the same flag. A secret inside an object has the names down
/// to it in one. No two other secrets share a variable.
struct SecretVariables {
  /// The variables of each tool's secrets, in their order.
  let names: [[String]]

  private struct Secret: Hashable {
    var flag: String
    /// The names from the flag's object down.
    var inner: ArraySlice<String>
    var isJSON: Bool

    var variable: String {
      CommandFlag.variable(([flag] + inner.map(FlagName.kebab)).joined(separator: "-"))
    }
  }

  init(
    _ tools: [ToolPlan], of workflows: [String: WorkflowContext],
    beside credentials: CommandCredentials
  ) {
    let all = tools.map { tool in
      let inputs =
        workflows[tool.workflow].map { CommandInputs.all(of: $0, beside: credentials.flags) } ?? []
      return tool.secrets.map { Self.secret($0, inputs) }
    }
    // Those that are flags come first, to keep the names that a command line has for them.
    let secrets = all.joined().filter(\.inner.isEmpty) + all.joined().filter { !$0.inner.isEmpty }
    var seen: Set<Secret> = []
    let unique = secrets.filter { seen.insert($0).inserted }
    let taken =
      credentials.variables.map(\.variable)
      + CommandInputs.commonFlags.map(CommandFlag.variable)
    let variables = Dictionary(
      uniqueKeysWithValues: zip(
        unique, NameScope.resolve(unique.map(\.variable), taken: Set(taken))))
    names = all.map { $0.map { variables[$0] ?? $0.variable } }
  }

  private static func secret(_ secret: ToolPlan.Secret, _ inputs: [CommandInputs]) -> Secret {
    let flags = inputs.first { $0.workflow == secret.workflow }?.flags ?? []
    let flag = flags.first { $0.field.name == secret.path.first && !$0.givesNull }
    return Secret(
      flag: flag?.name ?? "secret", inner: secret.path.dropFirst(), isJSON: secret.isJSON)
  }
}
