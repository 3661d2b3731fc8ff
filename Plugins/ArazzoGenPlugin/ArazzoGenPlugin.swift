import Foundation
import PackagePlugin

/// Generates the code of a target's Arazzo descriptions when the target is built.
@main
struct ArazzoGenPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let documents = Documents.inFolder(target.directoryURL)
    if documents.isEmpty {
      Diagnostics.warning(
        "target '\(target.name)' uses ArazzoGenPlugin and has no Arazzo description: looked for"
          + " *.arazzo.yaml, *.arazzo.yml and *.arazzo.json in \(target.directoryURL.path)")
    }
    let tool = try context.tool(named: "arazzo-gen")
    return documents.map { document in
      let folder = context.pluginWorkDirectoryURL.appending(path: target.name)
      let file = document.lastPathComponent + ".swift"
      return .buildCommand(
        displayName: "Generating workflows of \(document.lastPathComponent)",
        executable: tool.url,
        arguments: [document.path, "-o", folder.path, "--single-file", file],
        inputFiles: References.reached(from: document),
        outputFiles: [folder.appending(path: file)])
    }
  }
}
