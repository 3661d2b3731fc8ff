import Foundation
import PackagePlugin

/// `swift package arazzo-generate`: writes the code of each target's Arazzo descriptions into the
/// folder `Generated` of the target, or where its `arazzo-gen.yaml` says, for teams that commit it.
/// Arguments go on to arazzo-gen, so that `--check` says whether what is committed is current.
@main
struct ArazzoGenerateCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    var extractor = ArgumentExtractor(arguments)
    let names = extractor.extractOption(named: "target")
    let targets =
      try names.isEmpty ? context.package.targets : context.package.targets(named: names)
    let tool = try context.tool(named: "arazzo-gen-plugin-tool").url
    var found = false
    for target in targets.compactMap(\.sourceModule) {
      let documents = Documents(inFolder: target.directoryURL)
      guard !documents.files.isEmpty else { continue }
      found = true
      try generate(documents, target, tool, extractor.remainingArguments)
    }
    if !found {
      Diagnostics.error(
        "no target has an Arazzo description: looked for *.arazzo.yaml, *.arazzo.yml,"
          + " *.arazzo.json and arazzo-gen.yaml")
    }
  }

  private func generate(
    _ documents: Documents, _ target: any SourceModuleTarget, _ tool: URL, _ more: [String]
  ) throws {
    let output = target.directoryURL.appending(path: "Generated").path
    let arguments =
      documents.configuration.map { ["generate", "--config", $0.path] }
      ?? documents.files.map(\.path) + ["-o", output]
    let process = try Process.run(tool, arguments: arguments + more)
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      Diagnostics.error(
        "target '\(target.name)': arazzo-gen ended with \(process.terminationStatus)")
    }
  }
}
