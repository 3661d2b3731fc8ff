import ArazzoCompiler

/// The file with the security schemes of a document.
struct SecurityFile {
  let plan: DocumentPlan
  let names: DocumentNames
  let header: [String: Any]
  let access: String
  let templates: TemplateSet

  func content() throws -> String {
    var context = header
    context["access"] = access
    context["name"] = names.securityType
    context["schemes"] = plan.schemes.map(scheme)
    return try templates.text("security", context)
  }

  private func scheme(_ scheme: SchemePlan) -> [String: Any] {
    let text =
      "The scheme `\(CommentText.oneLine(scheme.name))` of the source "
      + "`\(CommentText.oneLine(scheme.source))`: \(scheme.kind.words)."
    let value = Layout.call(
      "SecurityScheme", [.string("\(scheme.source).\(scheme.name)"), scheme.kind.layout])
    let name = ReservedNames.declared(names.scheme(scheme))
    return [
      "documentation": CommentText.documentation(text, width: LayoutRenderer.width - 2),
      "declaration": LayoutRenderer.relativeLines(
        [.text("\(access)static let \(name) = "), value], at: 2),
    ]
  }
}

extension SchemePlan.Kind {
  fileprivate var words: String {
    switch self {
    case .bearer: "a bearer token"
    case .basic: "a user and a password"
    case .apiKey(let name, let place):
      "a key in the \(place.rawValue) `\(CommentText.oneLine(name))`"
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
