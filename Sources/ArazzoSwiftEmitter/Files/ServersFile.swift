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
    context["servers"] = try unique.map(server)
    return try templates.text("servers", context)
  }

  private func server(_ server: ServerPlan) throws -> [String: Any] {
    let source = "The server of the source `\(CommentText.oneLine(server.source))`"
    let choice = ServerChoice(server: server, name: names.serverType(server))
    let hint = server.choices.isEmpty ? "." : ", the default of ``\(choice.name)``."
    let text = [server.description, source + hint].compactMap { $0 }
      .filter { !CommentText.lines($0).isEmpty }.joined(separator: "\n\n")
    let value = Layout.call(
      "Server", [.string(server.source), .labelled("url", .string(server.url))])
    let name = ReservedNames.declared(names.server(server))
    return [
      "documentation": CommentText.documentation(text, width: LayoutRenderer.width - 2),
      "declaration": LayoutRenderer.relativeLines(
        [.text("\(access)static let \(name) = "), value], at: 2),
      "choices": server.choices.isEmpty
        ? [] : [choice.context(default: "\(names.serversType).\(names.server(server))")],
    ]
  }
}
