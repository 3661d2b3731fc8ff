import ArazzoCommand
import Foundation
import Testing

/// A published document and what to run of it.
struct Published {
  /// The path below the corpus.
  var document: String
  /// The generated function.
  var function: String
  /// Its inputs, as JSON.
  var inputs: String

  private static let corpus = Example.root.deletingLastPathComponent()
    .appending(path: "shared/corpus")

  static var isPresent: Bool { FileManager.default.fileExists(atPath: corpus.path) }

  /// Generates the document, builds a program around the function and runs it.
  ///
  /// - Returns: The outcome as JSON, its keys sorted.
  func run(against server: URL) async throws -> String {
    try await withTemporaryFolder { folder in
      let program = try await build(in: folder)
      return try await Toolchain.run(
        [program.path, server.absoluteString, inputs],
        reportingTo: folder.appending(path: "report"))
    }
  }

  private func build(in folder: URL) async throws -> URL {
    let document = Self.corpus.appending(path: document).path
    let output = folder.appending(path: "Generated")
    let outcome = CommandLineTool.run([document, "-o", output.path])
    try #require(outcome.status == .success, "\(outcome.errors)")
    try Data(main.utf8).write(to: folder.appending(path: "main.swift"))
    let sources = try FileManager.default.contentsOfDirectory(atPath: output.path).sorted()
      .map { output.appending(path: $0).path }
    let program = folder.appending(path: "program")
    let modules = try #require(Toolchain.modules)
    let report = try await Toolchain.run(
      ["swiftc", "-swift-version", "6", "-warnings-as-errors", "-I", modules.path]
        + sources + [folder.appending(path: "main.swift").path]
        + (try Toolchain.objects(besides: modules)) + ["-o", program.path],
      reportingTo: folder.appending(path: "report"))
    try #require(report.isEmpty, "\(report)")
    return program
  }

  /// What an app would write: inputs from JSON, the call, the outcome as JSON.
  private var main: String {
    """
    import ArazzoRuntime
    import Foundation

    let arguments = CommandLine.arguments
    let client = WorkflowClient(
      baseURL: URL(string: arguments[1]), polling: PollingPolicy(initialDelay: .milliseconds(1)))
    let outcome = try await \(function)(
      JSONDecoder().decode(
        \(function.prefix(1).uppercased() + function.dropFirst()).Inputs.self,
        from: Data(arguments[2].utf8)),
      client: client)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    print(String(decoding: try encoder.encode(outcome), as: UTF8.self), terminator: "")
    """
  }
}

extension Toolchain {
  /// The object files of the runtime and of what it depends on, as this package's build made them.
  static func objects(besides modules: URL) throws -> [String] {
    let products = modules.deletingLastPathComponent()
    return try ["ArazzoRuntime", "ArazzoJSON", "ArazzoStreams", "HTTPTypes"].flatMap {
      target in
      let folder = products.appending(path: "\(target).build")
      // Not every object in the folder: one of a file that has moved away would still be there.
      let sources = try String(contentsOf: folder.appending(path: "sources"), encoding: .utf8)
      return sources.split(separator: "\n").map { source in
        folder.appending(path: "\(URL(filePath: String(source)).lastPathComponent).o").path
      }
    }
  }
}
