import Foundation
import PackagePlugin

/// Puts the sources of the modules that generated code imports into the tool, as string literals:
/// `--runtime embedded` writes them beside the code. A shell does it, so that nothing has to be
/// built first.
@main
struct EmbedSources: BuildToolPlugin {
  private static let modules = [
    "ArazzoJSON", "ArazzoStreams", "ArazzoRuntime", "ArazzoForms", "ArazzoQueries", "ArazzoXML",
    "ArazzoMCP", "ArazzoStore",
  ]

  private static let script = #####"""
    out=$1; shift
    {
      printf 'enum EmbeddedFiles {\n  static let all: [(module: String, name: String, text: String)] = [\n'
      while [ $# -gt 0 ]; do
        printf '    ("%s", "%s", ####"""\n' "$1" "$2"
        cat "$3"
        printf '"""####),\n'
        shift 3
      done
      printf '  ]\n}\n'
    } > "$out"
    """#####

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let sources = context.package.directoryURL.appending(path: "Sources")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let files = Self.modules.flatMap { module in
      Self.swiftFiles(in: sources.appending(path: module)).map { (module, $0) }
    }
    let words = files.flatMap { [$0, $1.lastPathComponent, $1.path] }
    return [
      .buildCommand(
        displayName: "Embedding the runtime's sources",
        executable: URL(filePath: "/bin/sh"),
        arguments: ["-c", Self.script, "sh", output.path] + words,
        inputFiles: files.map(\.1), outputFiles: [output])
    ]
  }

  private static func swiftFiles(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
  }
}
