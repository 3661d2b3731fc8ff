import Foundation

/// An app with a number of workflows, as a package that can be built.
struct DustApp {
  /// How the table calls it.
  let name: String
  /// The files, each with its text.
  let files: [(path: String, text: String)]

  /// An app with calls over `URLSession` that are written by hand.
  static func byHand(workflows: Int) throws -> DustApp {
    let app = repository.appending(path: "Tests/Downstream/ByHand")
    let source = try text(app.appending(path: "Sources/App/DustRun.swift"))
    return DustApp(
      name: "by hand, over URLSession",
      files: [
        ("Package.swift", try text(app.appending(path: "Package.swift"))),
        ("Sources/App/Main.swift", try text(app.appending(path: "Sources/App/Main.swift"))),
      ] + copies(of: source, "DustRun", workflows))
  }

  /// The same app with the code that is generated and committed, and the runtime.
  static func generated(workflows: Int) throws -> DustApp {
    let code = repository.appending(path: "Generated/Dust")
    let files = try ["RunAppAndPoll", "RunAppAndPollServers"].map {
      try text(code.appending(path: "\($0).swift"))
    }
    return DustApp(
      name: "generated, with the runtime",
      files: [("Package.swift", manifest), ("Sources/App/Main.swift", main)]
        + copies(of: files.joined(separator: "\n"), "unAppAndPoll", workflows))
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

  /// The source once as it is, and then under other names.
  private static func copies(
    of source: String, _ name: String, _ count: Int
  ) -> [(path: String, text: String)] {
    (1...max(count, 1)).map { number in
      let copy = number == 1 ? name : "\(name)\(number)"
      return (
        "Sources/App/\(copy).swift", source.replacingOccurrences(of: name, with: copy)
      )
    }
  }

  private static func text(_ url: URL) throws -> String {
    String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  /// The folder of this package, which the benchmark is built from.
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static var manifest: String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    let package = Package(
      name: "generated", platforms: [.macOS(.v13)],
      dependencies: [.package(name: "arazzo-gen", path: "\(repository.path())", traits: [])],
      targets: [
        .executableTarget(
          name: "App", dependencies: [.product(name: "ArazzoRuntime", package: "arazzo-gen")])
      ])
    """
  }

  private static let main = """
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
