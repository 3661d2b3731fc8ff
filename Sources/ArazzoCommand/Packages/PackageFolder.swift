import ArazzoCompiler
import ArazzoSwiftEmitter
import Foundation

/// A new package for the workflows of a document, without the generated code.
struct PackageFolder {
  private let path: String
  private let document: CompiledDocument
  private let package: CommandPackage
  private let files: [SwiftEmitter.File]

  /// - Throws: ``ToolError`` where something is there already, or there is nothing to run.
  init(_ path: String, _ document: CompiledDocument, _ plan: DocumentPlan) throws(ToolError) {
    self.path = path
    self.document = document
    guard FileEntry.following(path) == .missing else {
      throw ToolError("'\(path)' already exists", suggestion: "choose a folder that doesn't exist")
    }
    do {
      package = try CommandPackage(plan, name: path.lastPathComponent)
      files = try package.files()
    } catch {
      throw ToolError("the package can't be created: \(error)")
    }
    if package.workflows.isEmpty {
      throw ToolError("'\(document.path)' has no workflow that can be run on its own")
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
    if settings.allowRemote ?? false { lines.append("allowRemote: true") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as JSON, which is YAML too.
  private func quoted(_ text: String) -> String { JSONTree.string(text).text }

  /// What to type next.
  var farewell: String {
    let name = path.lastPathComponent
    let commands = package.workflows.map {
      "  swift run \(name) \(package.command(of: $0)) --help\n"
    }
    return "The package is in '\(path)'. Try:\n\n  cd \(path)\n" + commands.joined()
      + "\nAfter you change a document in 'Documents', run 'arazzo-gen generate' in that folder.\n"
  }
}
