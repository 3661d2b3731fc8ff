/// An enum around everything that is generated.
struct Namespace {
  let name: String
  /// With a space after it, or nothing.
  let access: String

  /// A file whose declarations are members of the enum.
  func extending(_ content: String) -> String {
    let (top, body) = Self.parts(content)
    let lines = body.map { $0.isEmpty ? "" : "  " + $0 }
    return (top + ["extension \(ReservedNames.declared(name)) {"] + lines + ["}", ""])
      .joined(separator: "\n")
  }

  /// The file that declares it, with the header of another file.
  func declaration(_ text: String, like content: String) -> String {
    let comments = Self.parts(content).top.prefix { $0.hasPrefix("//") }
    let documentation = CommentText.documentation(text, width: LayoutRenderer.width)
    let declaration = "\(access)nonisolated enum \(ReservedNames.declared(name)) {}"
    let lines = Array(comments) + [""] + documentation + [declaration, ""]
    return lines.joined(separator: "\n")
  }

  /// Comments and imports, and what follows them without blank lines around it.
  private static func parts(_ content: String) -> (top: [String], body: [String]) {
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let comments = lines.prefix { $0.hasPrefix("//") }
    let rest = lines.dropFirst(comments.count)
    let imports = rest.prefix { $0.isEmpty || $0.hasPrefix("import ") || $0.contains(" import ") }
    var body = Array(rest.dropFirst(imports.count))
    while body.last?.isEmpty == true { body.removeLast() }
    return (Array(comments + imports), body)
  }
}
