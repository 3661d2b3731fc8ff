import ArazzoCompiler
import ArazzoSwiftEmitter
import Foundation

/// A new package for the workflows of a document, without the generated code.
struct PackageFolder {
  /// What a package is.
  enum Kind {
    /// A subcommand for each workflow.
    case commandLine
    /// A command line that stores the runs.
    case durableCommandLine
    /// A server of the Model Context Protocol, for the tools of the plan.
    case server
  }

  /// What runs the workflows.
  private enum Content {
    case commands(CommandPackage)
    case server(ServerPackage)
  }

  private let path: String
  private let document: CompiledDocument
  private let content: Content
  private let files: [SwiftEmitter.File]

  /// - Throws: ``ToolError`` where something is there already, or there is nothing to run.
  init(
    _ path: String, _ document: CompiledDocument, _ plan: DocumentPlan, _ kind: Kind
  ) throws(ToolError) {
    self.path = path
    self.document = document
    guard FileEntry.following(path) == .missing else {
      throw ToolError("'\(path)' already exists", suggestion: "choose a folder that doesn't exist")
    }
    if !plan.workflows.contains(where: { $0.document == nil }) {
      throw ToolError("'\(document.path)' has no workflow that can be run on its own")
    }
    do {
      let name = path.lastPathComponent
      content =
        switch kind {
        case .commandLine: .commands(try CommandPackage(plan, name: name, isDurable: false))
        case .durableCommandLine:
          .commands(try CommandPackage(plan, name: name, isDurable: true))
        case .server: .server(try ServerPackage(plan, name: name))
        }
      files =
        switch content {
        case .commands(let package): try package.files()
        case .server(let package): try package.files()
        }
    } catch {
      throw ToolError("the package can't be created: \(error)")
    }
  }

  func write() throws(ToolError) {
    for file in files { try PlainFile.write(file.content, to: "\(path)/\(file.name)") }
    let copies = DocumentCopies(document.inputs)
    for copy in copies.files { try PlainFile.write(copy.bytes, to: "\(path)/\(copy.path)") }
    try PlainFile.write(
      configuration(copies), to: "\(path)/\(Configuration.fileName)")
    try PlainFile.write(".build/\n", to: "\(path)/.gitignore")
  }

  private func configuration(_ copies: DocumentCopies) -> String {
    let settings = document.work.settings
    var lines = [
      "# yaml-language-server: $schema=https://json-schema.org/draft/2020-12/schema",
      "documents:", "  - \(quoted(copies.path(of: document.path)))",
      "output: \(quoted("Sources/\(path.lastPathComponent)/Generated"))", "runtime: embedded",
      "namespace: \(CommandPackage.namespace)",
    ]
    lines.removeFirst()
    if !settings.sources.isEmpty {
      lines.append("sources:")
      lines += settings.sources.map { source in
        "  \(quoted(source.mention.name)): \(quoted(copies.path(of: source.value)))"
      }
    }
    if let workflows = settings.workflows {
      lines.append("workflows: [\(workflows.map { quoted($0.name) }.joined(separator: ", "))]")
    }
    if settings.strict ?? false { lines.append("strict: true") }
    if settings.resumable ?? false { lines.append("resumable: true") }
    switch content {
    case .server: lines.append("mcp: true")
    // The code imports nothing of it, but its sources stand beside the code.
    case .commands(let package) where package.isDurable: lines.append("imports: [ArazzoStore]")
    case .commands: break
    }
    if settings.allowRemote ?? false { lines.append("allowRemote: true") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as JSON, which is YAML too.
  private func quoted(_ text: String) -> String { JSONTree.string(text).text }

  /// What to type next.
  var farewell: String {
    switch content {
    case .commands(let package): farewell(package)
    case .server(let package): farewell(package)
    }
  }

  private func farewell(_ package: CommandPackage) -> String {
    let name = path.lastPathComponent
    let commands = package.workflows.map {
      "  swift run \(name) \(package.command(of: $0)) --help\n"
    }
    let requirement =
      package.isDurable ? "\nOn Linux, it requires libsqlite3-dev; see README.md.\n" : ""
    return "The package is in '\(path)'. Try:\n\n  cd \(path)\n" + commands.joined()
      + requirement + reminder
  }

  /// A command line for a shell, and the entry for the configuration of a client.
  private func farewell(_ package: ServerPackage) -> String {
    let name = path.lastPathComponent
    let folder = URL(fileURLWithPath: path).standardizedFileURL.path
    let variables = package.variables.map { ($0, JSONTree.string("…")) }
    let server = JSONTree.object([
      "command": .string("\(folder)/.build/release/\(name)"),
      "env": .object(Dictionary(variables, uniquingKeysWith: { first, _ in first })),
    ])
    let clients = JSONTree.object(["mcpServers": .object([name: server])])
    return "The package is in '\(path)'. Build it:\n\n  cd \(path)\n"
      + "  swift build -c release\n\nThen add the server to the configuration of a client:\n\n"
      + clients.text.split(separator: "\n").map { "  \($0)\n" }.joined() + reminder
  }

  private var reminder: String {
    "\nAfter you change a document in 'Documents', run 'arazzo-gen generate' in that folder.\n"
  }
}
