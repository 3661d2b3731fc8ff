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
          "The security schemes of the APIs that `\(ReadableText.oneLine(plan.fileName))` uses, as keys "
            + "for ``WorkflowClient/credentials``."), "schemes": plan.schemes.map(scheme),
      ])
    return GeneratedFile(
      name: names.securityType + ".swift", imports: Imports(declaring: ["ArazzoRuntime"]),
      declarations: [declaration])
  }

  private func scheme(_ scheme: SchemePlan) -> [String: Any] {
    let text =
      "The scheme `\(ReadableText.oneLine(scheme.name))` of the source description "
      + "`\(ReadableText.oneLine(scheme.source))`: \(scheme.words)."
    return [
      "documentation": Layout.documentation(text),
      "name": ReservedNames.declared(names.scheme(scheme)),
      "arguments": Layout.arguments(
        [
          .string("\(scheme.source).\(scheme.name)"), scheme.kind.layout,
        ] + (scheme.oauth2.map { [.labelled("from", $0.layout)] } ?? [])),
    ]
  }
}

extension SchemePlan {
  fileprivate var words: String {
    switch kind {
    case .bearer: oauth2 == nil ? "a bearer token" : "a bearer token from OAuth 2"
    case .basic: "a user name and a password"
    case .apiKey(let name, let place):
      "a key in the \(place.rawValue)\(place == .query ? " parameter" : "") "
        + "`\(ReadableText.oneLine(name))`"
    }
  }
}

extension SchemePlan.Kind {
  fileprivate var layout: Layout {
    switch self {
    case .bearer: ".bearer"
    case .basic: ".basic"
    case .apiKey(let name, let place):
      .call(".apiKey", [.string(name), .labelled("in", .text("." + place.rawValue))])
    }
  }
}

extension OAuth2Plan {
  fileprivate var layout: Layout {
    let urls = [("tokenURL", tokenURL), ("refreshURL", refreshURL), ("discoveryURL", discoveryURL)]
    let arguments = urls.compactMap { label, url in
      url.map { Layout.labelled(label, .string($0)) }
    }
    let scopes =
      scopes.isEmpty ? [] : [Layout.labelled("scopes", .array(scopes.map(Layout.string)))]
    return .call("OAuth2Scheme", arguments + scopes)
  }
}
