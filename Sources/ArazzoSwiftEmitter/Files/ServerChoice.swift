import ArazzoCompiler

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
      server.choices.map { ReservedNames.member(Self.caseName($0)) }, taken: ["server"])
    types = ServerVariableTypes(server.choices, beside: Set(caseNames + [name, "server"]))
  }

  /// After the name, what the description begins with where that is a few words, or the URL.
  private static func caseName(_ choice: ServerChoicePlan) -> String {
    let beginning = choice.description.map { String($0.prefix { !",.;:(\n".contains($0) }) } ?? ""
    let isShort = (1...4).contains(NameWords(beginning).words.count)
    let spoken = choice.name ?? (isShort ? beginning : nil)
    let url = choice.url.map { part in
      switch part {
      case .text(let text): text.replacing("https://", with: "").replacing("http://", with: "")
      case .variable(let name): " \(name) "
      }
    }.joined()
    let isRoot = url.allSatisfy { $0 == "/" }
    return SwiftName.lower(spoken ?? (isRoot ? "root" : url), prefix: "server")
  }

  /// - Parameter constant: The default server's constant.
  func context(default constant: String) -> [String: Any] {
    [
      "source": CommentText.oneLine(server.source), "name": name,
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
        .quoted(url(choice, labels)), .labelled("insteadOf", .text(constant)),
      ]),
    ]
  }

  private func documentation(_ choice: ServerChoicePlan) -> Layout {
    let url = choice.url.map(\.written).joined()
    let variables = choice.variables.compactMap { variable -> String? in
      let text = CommentText.lines(variable.description ?? "").joined(separator: " ")
      return text.isEmpty ? nil : "`\(CommentText.oneLine(variable.name))`: \(text)"
    }
    let texts = [choice.description ?? "", "`\(CommentText.oneLine(url))`"] + variables
    return .documentation(
      texts.filter { !CommentText.lines($0).isEmpty }.joined(separator: "\n\n"))
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
