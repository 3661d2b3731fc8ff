import Foundation
import PackagePlugin

/// Generates the code of a target's Arazzo descriptions when the target is built.
@main
struct ArazzoGenPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let documents = Documents(inFolder: target.directoryURL)
    if documents.files.isEmpty {
      Diagnostics.warning(
        "target '\(target.name)' uses ArazzoGenPlugin and has no Arazzo description: looked for"
          + " *.arazzo.yaml, *.arazzo.yml, *.arazzo.json and arazzo-gen.yaml in"
          + " \(target.directoryURL.path)")
    }
    let names = documents.files.map(\.lastPathComponent).joined(separator: ", ")
    if !names.isEmpty { Diagnostics.remark("target '\(target.name)' is generated from \(names)") }
    let folder = context.pluginWorkDirectoryURL.appending(path: target.name)
    let tool = try context.tool(named: "arazzo-gen-plugin-tool").url
    return documents.files.map { command($0, documents.configuration, tool, folder) }
  }

  /// One document in, one file out: what comes out must be known before the tool runs.
  private func command(
    _ document: URL, _ configuration: URL?, _ tool: URL, _ folder: URL
  ) -> Command {
    let file = document.lastPathComponent + ".swift"
    let settings = configuration.map { ["--config", $0.path] } ?? []
    return .buildCommand(
      displayName: "Generating workflows of \(document.lastPathComponent)",
      executable: tool,
      arguments: [document.path, "-o", folder.path, "--single-file", file] + settings,
      inputFiles: References.reached(from: document)
        + (configuration.map(References.reached) ?? []),
      outputFiles: [folder.appending(path: file)])
  }
}
