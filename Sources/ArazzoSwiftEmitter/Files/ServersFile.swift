import ArazzoCompiler

/// The file with the servers of a document.
struct ServersFile {
  let plan: DocumentPlan
  let names: DocumentNames
  let header: [String: Any]
  let access: String
  let templates: TemplateSet

  func content() throws -> String {
    let unique = plan.servers.reduce(into: [ServerPlan]()) { if !$0.contains($1) { $0.append($1) } }
    var context = header
    context["access"] = access
    context["name"] = names.serversType
    context["servers"] = unique.map(server)
    return try templates.text("servers", context)
  }

  private func server(_ server: ServerPlan) -> [String: Any] {
    let source = "The server of the source `\(CommentText.oneLine(server.source))`."
    let text = [server.description, source].compactMap { $0 }
      .filter { !CommentText.lines($0).isEmpty }.joined(separator: "\n\n")
    let value = Layout.call(
      "Server", [.string(server.source), .labelled("url", .string(server.url))])
    let name = ReservedNames.declared(names.server(server))
    return [
      "documentation": CommentText.documentation(text, width: LayoutRenderer.width - 2),
      "declaration": LayoutRenderer.relativeLines(
        [.text("\(access)static let \(name) = "), value], at: 2),
    ]
  }
}
