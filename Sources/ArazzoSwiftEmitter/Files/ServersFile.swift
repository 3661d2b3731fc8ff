import ArazzoCompiler

/// The file with the servers of a document.
struct ServersFile {
  let plan: DocumentPlan
  let names: DocumentNames
  let access: String
  let templates: TemplateSet

  func file() throws -> GeneratedFile {
    let unique = plan.servers.reduce(into: [ServerPlan]()) { if !$0.contains($1) { $0.append($1) } }
    let declaration = try templates.layout(
      "servers",
      [
        "access": access, "name": names.serversType,
        "source": CommentText.oneLine(plan.fileName), "servers": unique.map(server),
      ])
    return GeneratedFile(
      name: names.serversType + ".swift", imports: Imports(declaring: ["ArazzoRuntime"]),
      declarations: [declaration])
  }

  private func server(_ server: ServerPlan) -> [String: Any] {
    let source = "The server of the source `\(CommentText.oneLine(server.source))`"
    let choice = ServerChoice(server: server, name: names.serverType(server))
    let hint = server.choices.isEmpty ? "." : ", the default of ``\(choice.name)``."
    let text = [server.description, source + hint].compactMap { $0 }
      .filter { !CommentText.lines($0).isEmpty }.joined(separator: "\n\n")
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
