import Foundation
import PackagePlugin

/// `swift package arazzo-generate`: writes the code of each target's Arazzo descriptions into the
/// folder `Generated` of the target, for teams that commit it. Arguments go on to arazzo-gen, so
/// that `--check` says whether what is committed is current.
@main
struct ArazzoGenerateCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    var extractor = ArgumentExtractor(arguments)
    let names = extractor.extractOption(named: "target")
    let targets =
      try names.isEmpty ? context.package.targets : context.package.targets(named: names)
    let tool = try context.tool(named: "arazzo-gen")
    var found = false
    for target in targets.compactMap(\.sourceModule) {
      let documents = Documents.inFolder(target.directoryURL)
      guard !documents.isEmpty else { continue }
      found = true
      let output = target.directoryURL.appending(path: "Generated").path
      let process = try Process.run(
        tool.url,
        arguments: documents.map(\.path) + ["-o", output] + extractor.remainingArguments)
      process.waitUntilExit()
      if process.terminationStatus != 0 {
        Diagnostics.error(
          "target '\(target.name)': arazzo-gen ended with \(process.terminationStatus)")
      }
    }
    if !found {
      Diagnostics.error(
        "no target has an Arazzo description: looked for *.arazzo.yaml, *.arazzo.yml and"
          + " *.arazzo.json")
    }
  }
}
