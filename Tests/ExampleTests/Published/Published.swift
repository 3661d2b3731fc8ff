import Foundation

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
      let document = Self.corpus.appending(path: document)
      let program = try await Toolchain.program(of: document, main: main, in: folder)
      return try await Toolchain.run(
        [program.path, server.absoluteString, inputs],
        reportingTo: folder.appending(path: "report"))
    }
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
