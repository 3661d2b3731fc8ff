import ArazzoCompiler

/// The file with the servers of a document.
struct ServersFile {
  let plan: DocumentPlan
  let names: DocumentNames
  let access: String
  let templates: TemplateSet

  func file() throws -> GeneratedFile {
    let declaration = try templates.layout(
      "servers",
      [
        "access": access, "name": names.serversType,
        "documentation": Layout.documentation(
          "The servers of the APIs that `\(ReadableText.oneLine(plan.fileName))` uses."),
        "servers": plan.uniqueServers.map(server),
      ])
    return GeneratedFile(
      name: names.serversType + ".swift", imports: Imports(declaring: ["ArazzoRuntime"]),
      declarations: [declaration])
  }

  private func server(_ server: ServerPlan) -> [String: Any] {
    let choice = ServerChoice(server: server, name: names.serverType(server))
    let hint = server.choices.isEmpty ? "" : " ``\(choice.name)`` has all servers."
    let source =
      "The \(server.choices.isEmpty ? "" : "default ")server of the source description "
      + "`\(ReadableText.oneLine(server.source))`.\(hint)"
    let text = [server.description, source].compactMap { $0 }
      .filter { !ReadableText.lines($0).isEmpty }.joined(separator: "\n\n")
    return [
      "documentation": Layout.documentation(text),
      "name": ReservedNames.declared(names.server(server)),
      "arguments": Layout.arguments([
        .string(server.source), .labelled("url", .string(server.url)),
      ]),
      "choices": server.choices.isEmpty
        ? [] : [choice.context(default: "\(names.serversType).\(names.server(server))")],
    ]
  }
}

extension DocumentPlan {
  /// The servers of its requests, each once.
  var uniqueServers: [ServerPlan] {
    servers.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// The servers that a description has for the same operations, as an enum.
struct ServerChoice {
  let server: ServerPlan
  let name: String
  private let caseNames: [String]
  private let types: ServerVariableTypes

  init(server: ServerPlan, name: String) {
    self.server = server
    self.name = name
    caseNames = NameScope.resolve(
      shortestOf: server.choices.map { Self.caseNames($0).map(ReservedNames.member) },
      taken: ["server"])
    types = ServerVariableTypes(server.choices, beside: Set(caseNames + [name, "server"]))
  }

  /// After the name, what the description begins with where that is a few words, or the URL; then,
  /// for those that fall together, the whole description and the URL with its scheme.
  private static func caseNames(_ choice: ServerChoicePlan) -> [String] {
    let description = choice.description ?? ""
    let beginning = String(description.prefix { !",.;:(\n".contains($0) })
    let isShort = (1...4).contains(NameWords(beginning).words.count)
    let isSentence = NameWords(description).words.count > 8
    let spoken = choice.name.map { [$0] } ?? (isShort ? [beginning] : [])
    let longer = spoken.isEmpty || isSentence || description.isEmpty ? [] : [description]
    let url = choice.url.map { part in
      switch part {
      case .text(let text): text
      case .variable(let name): " \(name) "
      }
    }.joined()
    let place = url.replacing("https://", with: "").replacing("http://", with: "")
    let places = place.allSatisfy { $0 == "/" } ? ["root"] : [place, url]
    return (spoken + longer + places).map { SwiftName.lower($0, prefix: "server") }
  }

  /// - Parameter constant: The default server's constant.
  func context(default constant: String) -> [String: Any] {
    [
      "source": ReadableText.oneLine(server.source), "name": name,
      "cases": zip(server.choices, caseNames).map { context($0, $1, constant) },
      "variables": types.contexts,
    ]
  }

  private func context(
    _ choice: ServerChoicePlan, _ name: String, _ constant: String
  ) -> [String: Any] {
    let labels = labels(choice)
    let bindings = labels.map { "let " + ReservedNames.declared($0) }
    return [
      "documentation": documentation(choice), "name": ReservedNames.declared(name),
      "values": labels.isEmpty ? [] : [Layout.arguments(values(choice, labels))],
      "member": name, "bindings": bindings.isEmpty ? [] : [bindings.joined(separator: ", ")],
      "arguments": Layout.arguments([
        .quoted(SwiftLiteral.Breakable(url(choice, labels))),
        .labelled("insteadOf", .text(constant)),
      ]),
    ]
  }

  private func documentation(_ choice: ServerChoicePlan) -> Layout {
    let url = choice.url.map(\.written).joined()
    let variables = choice.variables.compactMap { variable -> String? in
      let text = ReadableText.lines(variable.description ?? "").joined(separator: " ")
      return text.isEmpty ? nil : "`\(ReadableText.oneLine(variable.name))`: \(text)"
    }
    let texts = [choice.description ?? "", "`\(ReadableText.oneLine(url))`"] + variables
    return .documentation(
      texts.filter { !ReadableText.lines($0).isEmpty }.joined(separator: "\n\n"))
  }

  private func labels(_ choice: ServerChoicePlan) -> [String] {
    NameScope.resolve(choice.variables.map { ReservedNames.member(SwiftName.lower($0.name)) })
  }

  /// What the case holds: the variables with their defaults.
  private func values(_ choice: ServerChoicePlan, _ labels: [String]) -> [Layout] {
    zip(choice.variables, labels).map { variable, label in
      let type = types.name(variable)
      let value: Layout =
        types.value(variable).map { .text("." + $0) } ?? .string(variable.defaultValue)
      return .labelled(ReservedNames.declared(label), [.text((type ?? "String") + " = "), value])
    }
  }

  /// The URL with the variables filled in.
  private func url(_ choice: ServerChoicePlan, _ labels: [String]) -> [SwiftLiteral.Piece] {
    let values = Dictionary(
      zip(choice.variables.map(\.name), zip(choice.variables, labels)),
      uniquingKeysWith: { first, _ in first })
    return choice.url.flatMap { part -> [SwiftLiteral.Piece] in
      guard case .variable(let name) = part, let (variable, label) = values[name] else {
        return SwiftLiteral.pieces(part.written)
      }
      let raw = types.name(variable) == nil ? "" : ".rawValue"
      return [.interpolation(ReservedNames.declared(label) + raw)]
    }
  }
}

extension ServerChoicePlan.Part {
  /// As the description has it.
  fileprivate var written: String {
    switch self {
    case .text(let text): text
    case .variable(let name): "{\(name)}"
    }
  }
}

/// The enums of the server variables that have a set of values; variables of one name and the same
/// values share one.
struct ServerVariableTypes {
  private struct Key: Hashable {
    let name: String
    let values: [String]

    init(_ variable: ServerVariablePlan) { (name, values) = (variable.name, variable.values) }
  }

  private var order: [ServerVariablePlan] = []
  private var names: [Key: String] = [:]
  private var cases: [Key: [String]] = [:]

  /// - Parameter others: The names of the type that they stand in and of its members.
  init(_ choices: [ServerChoicePlan], beside others: Set<String>) {
    var seen: Set<Key> = []
    for variable in choices.flatMap(\.variables)
    where !variable.values.isEmpty && seen.insert(Key(variable)).inserted {
      order.append(variable)
    }
    let bases = order.map { variable in
      let name = SwiftName.upper(variable.name)
      let isTaken = ReservedNames.types.contains(name) || others.contains(name)
      return isTaken ? name + "Value" : name
    }
    for (variable, name) in zip(order, NameScope.resolve(bases, taken: others)) {
      names[Key(variable)] = name
      cases[Key(variable)] = NameScope.resolve(
        variable.values.map { ReservedNames.member(SwiftName.lower($0)) })
    }
  }

  /// The type of a variable; `nil` where any text is a value.
  func name(_ variable: ServerVariablePlan) -> String? { names[Key(variable)] }

  /// The case of the default value.
  func value(_ variable: ServerVariablePlan) -> String? {
    variable.values.firstIndex(of: variable.defaultValue).flatMap { cases[Key(variable)]?[$0] }
  }

  var contexts: [[String: Any]] {
    order.map { variable in
      let key = Key(variable)
      let cases = zip(variable.values, cases[key] ?? []).map { value, name -> [String: Any] in
        [
          "name": ReservedNames.declared(name),
          "raw": name == value ? [] : [SwiftLiteral.string(value)],
        ]
      }
      let text = "The values of the variable `\(ReadableText.oneLine(variable.name))`."
      return [
        "documentation": Layout.documentation(text),
        "name": names[key] ?? "", "values": cases,
      ]
    }
  }
}
