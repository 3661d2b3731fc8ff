import Foundation

/// An app with a number of workflows, as a package that can be built.
struct DustApp {
  /// How the table calls it.
  let name: String
  /// The files, each with its text.
  let files: [(path: String, text: String)]

  /// An app with calls over `URLSession` that are written by hand.
  static func byHand(workflows: Int) throws -> DustApp {
    try DustApp(
      name: "by hand, over URLSession",
      files: [
        ("Package.swift", manifest(dependencies: "", ofTarget: "")),
        ("Sources/App/Main.swift", handWrittenMain),
      ]
        + copies(
          of: [
            "Sources/arazzo-bench/Workflows/DustMessages.swift",
            "Sources/arazzo-bench/Footprint/URLSessionDust.swift",
          ], "Dust", workflows))
  }

  /// The same app with the code that is generated and committed, and the runtime.
  static func generated(workflows: Int) throws -> DustApp {
    let package = ".package(name: \"arazzo-gen\", path: \"\(repository.path())\", traits: [])"
    let product = ".product(name: \"ArazzoRuntime\", package: \"arazzo-gen\")"
    return try DustApp(
      name: "generated, with the runtime",
      files: [
        ("Package.swift", manifest(dependencies: package, ofTarget: product)),
        ("Sources/App/Main.swift", generatedMain),
      ]
        + copies(
          of: [
            "Generated/Dust/RunAppAndPoll.swift", "Generated/Dust/RunAppAndPollServers.swift",
          ], "unAppAndPoll", workflows))
  }

  /// Writes the package into a new folder.
  func write(to folder: URL) throws {
    for file in files {
      let url = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
  }

  /// Files of this package as one source, once as it is and then under other names.
  private static func copies(
    of files: [String], _ name: String, _ count: Int
  ) throws -> [(path: String, text: String)] {
    let source = try files.map { file in
      String(decoding: try Data(contentsOf: repository.appending(path: file)), as: UTF8.self)
    }.joined(separator: "\n")
    return (1...max(count, 1)).map { number in
      let copy = number == 1 ? name : "\(name)\(number)"
      return ("Sources/App/\(copy).swift", source.replacingOccurrences(of: name, with: copy))
    }
  }

  /// The folder of this package, which the benchmark is built from.
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func manifest(dependencies: String, ofTarget: String) -> String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    let package = Package(
      name: "app", platforms: [.macOS(.v13)], dependencies: [\(dependencies)],
      targets: [.executableTarget(name: "App", dependencies: [\(ofTarget)])])
    """
  }

  private static let handWrittenMain = """
    import Foundation

    @main
    struct Main {
      static func main() async throws {
        guard let url = URL(string: "https://dust.tt") else { return }
        let dust = URLSessionDust(
          baseURL: url, apiToken: "sk-example", wID: "w1", spaceID: "s1", appID: "a1")
        print(
          try await dust.pollToEnd(
            specificationHash: "5a1e", question: "How many?", every: .seconds(1)))
      }
    }
    """

  private static let generatedMain = """
    import ArazzoRuntime

    @main
    struct Main {
      static func main() async throws {
        let inputs = RunAppAndPoll.Inputs(
          apiToken: "sk-example", wID: "w1", spaceID: "s1", aID: "a1", specificationHash: "5a1e",
          inputs: [["question": "How many?"]])
        print(try await runAppAndPoll(inputs, client: WorkflowClient()))
      }
    }
    """
}
