import ArazzoCommand
import Foundation
import Testing

extension Toolchain {
  /// Generates the code of a document and builds a program around it.
  ///
  /// - Parameters:
  ///   - document: The Arazzo document.
  ///   - main: The text of `main.swift`.
  ///   - folder: Where all that is written goes.
  ///   - targets: What the code needs besides the runtime.
  /// - Returns: The path of the program.
  static func program(
    of document: URL, main: String, in folder: URL, linking targets: [String] = []
  ) async throws -> URL {
    let output = folder.appending(path: "Generated")
    let outcome = CommandLineTool.run([document.path, "-o", output.path])
    try #require(outcome.status == .success, "\(outcome.errors)")
    let start = folder.appending(path: "main.swift")
    try Data(main.utf8).write(to: start)
    let sources = try FileManager.default.contentsOfDirectory(atPath: output.path).sorted()
      .map { output.appending(path: $0).path }
    let program = folder.appending(path: "program")
    let modules = try #require(modules)
    let report = try await run(
      ["swiftc", "-swift-version", "6", "-wmo", "-warnings-as-errors", "-I", modules.path]
        + sources + [start.path] + (try objects(of: targets, besides: modules))
        + ["-o", program.path],
      reportingTo: folder.appending(path: "report"))
    try #require(report.isEmpty, "\(report)")
    return program
  }

  /// The object files of the runtime, of what it depends on and of further targets, as this package's
  /// build made them.
  private static func objects(of targets: [String], besides modules: URL) throws -> [String] {
    let products = modules.deletingLastPathComponent()
    let runtime = ["ArazzoRuntime", "ArazzoJSON", "ArazzoStreams", "HTTPTypes"]
    return try (runtime + targets).flatMap { target in
      let folder = products.appending(path: "\(target).build")
      // Not every object in the folder: one of a file that has moved away would still be there.
      let sources = try String(contentsOf: folder.appending(path: "sources"), encoding: .utf8)
      return sources.split(separator: "\n").map { source in
        folder.appending(path: "\(URL(filePath: String(source)).lastPathComponent).o").path
      }
    }
  }
}
