import ArazzoCompiler

/// What the commands of a package take to show who asks: an option for each security scheme.
struct CommandCredentials {
  private let names: DocumentNames
  private let options: [(scheme: SchemePlan, flag: String, property: String)]

  /// - Parameter isDurable: Whether the package stores the runs.
  init(_ plan: DocumentPlan, names: DocumentNames, isDurable: Bool = false) {
    self.names = names
    let keys = plan.schemes.map(names.scheme)
    let flags = NameScope.resolve(
      keys.map(FlagName.kebab), taken: CommandInputs.commonFlags,
      isDurable ? RunCommands.flags : [])
    let properties = NameScope.resolve(
      keys, taken: ["baseURL", "quiet", "run", "runWithoutResult", "client", "validate"],
      isDurable ? RunCommands.members : [])
    options = zip(plan.schemes, zip(flags, properties)).map { ($0, $1.0, $1.1) }
  }

  /// The flags, which no input can have.
  var flags: [String] { options.map(\.flag) }

  /// The environment variable of each scheme.
  var variables: [(scheme: SchemePlan, variable: String)] {
    options.map { ($0.scheme, CommandFlag.variable($0.flag)) }
  }

  var context: [String: Any] {
    ["schemes": options.map(option)]
  }

  private func option(
    _ option: (scheme: SchemePlan, flag: String, property: String)
  ) -> [String: Any] {
    let variable = CommandFlag.variable(option.flag)
    let name = ReadableText.oneLine(option.scheme.name)
    let source = ReadableText.oneLine(option.scheme.source)
    let (wanted, format, credential) = form(option.scheme.kind)
    let help =
      "The \(wanted) for '\(name)' of '\(source)'\(format) (environment variable: \(variable))."
    return [
      "name": SwiftLiteral.string(option.flag), "help": SwiftLiteral.string(help),
      "property": ReservedNames.declared(option.property),
      "variable": SwiftLiteral.string(variable), "credential": credential,
      "scheme": [
        CommandPackage.namespace, names.securityType,
        ReservedNames.declared(names.scheme(option.scheme)),
      ].joined(separator: "."),
    ]
  }

  private func form(
    _ kind: SchemePlan.Kind
  ) -> (wanted: String, format: String, credential: String) {
    switch kind {
    case .bearer: ("token", "", ".bearer(Secret(value))")
    case .basic: ("user name and password", ", as USER:PASSWORD", "Self.basic(value)")
    case .apiKey: ("key", "", ".apiKey(Secret(value))")
    }
  }
}
