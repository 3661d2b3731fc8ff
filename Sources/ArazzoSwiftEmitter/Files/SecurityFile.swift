import ArazzoCompiler

/// The file with the security schemes of a document.
struct SecurityFile {
  let plan: DocumentPlan
  let names: DocumentNames
  let access: String
  let templates: TemplateSet

  func file() throws -> GeneratedFile {
    let declaration = try templates.layout(
      "security",
      [
        "access": access, "name": names.securityType,
        "documentation": Layout.documentation(
          "The security schemes of the APIs that `\(CommentText.oneLine(plan.fileName))` uses, as keys "
            + "for ``WorkflowClient/credentials``."), "schemes": plan.schemes.map(scheme),
      ])
    return GeneratedFile(
      name: names.securityType + ".swift", imports: Imports(declaring: ["ArazzoRuntime"]),
      declarations: [declaration])
  }

  private func scheme(_ scheme: SchemePlan) -> [String: Any] {
    let text =
      "The scheme `\(CommentText.oneLine(scheme.name))` of the source description "
      + "`\(CommentText.oneLine(scheme.source))`: \(scheme.kind.words)."
    return [
      "documentation": Layout.documentation(text),
      "name": ReservedNames.declared(names.scheme(scheme)),
      "arguments": Layout.arguments([
        .string("\(scheme.source).\(scheme.name)"), scheme.kind.layout,
      ]),
    ]
  }
}

extension SchemePlan.Kind {
  fileprivate var words: String {
    switch self {
    case .bearer: "a bearer token"
    case .basic: "a user name and a password"
    case .apiKey(let name, let place):
      "a key in the \(place.rawValue)\(place == .query ? " parameter" : "") "
        + "`\(CommentText.oneLine(name))`"
    }
  }

  fileprivate var layout: Layout {
    switch self {
    case .bearer: ".bearer"
    case .basic: ".basic"
    case .apiKey(let name, let place):
      .call(".apiKey", [.string(name), .labelled("in", .text("." + place.rawValue))])
    }
  }
}
