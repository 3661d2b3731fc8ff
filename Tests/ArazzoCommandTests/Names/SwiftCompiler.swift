import Foundation
import Testing

@testable import ArazzoCommand

/// The compiler, with the modules that this package's own build has made.
enum SwiftCompiler {
  /// The folder with the module `ArazzoRuntime`; `nil` where the build system keeps it elsewhere.
  static let modules: String? = {
    let executable = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    let root = URL(fileURLWithPath: #filePath).appending(path: "../../../../.build/debug")
    return [executable.deletingLastPathComponent(), Bundle.main.bundleURL, root.standardized]
      .map { $0.appending(path: "Modules").path }
      .first { FileManager.default.fileExists(atPath: $0 + "/ArazzoRuntime.swiftmodule") }
  }()

  /// What the compiler says of all Swift files in a folder; empty when it is content.
  static func complaints(about folder: String, module: String = "Generated") async throws -> String
  {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".swift") }.sorted()
    try #require(!files.isEmpty)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.arguments =
      [
        "swiftc", "-typecheck", "-wmo", "-parse-as-library", "-warnings-as-errors",
        "-swift-version", "6", "-module-name", module, "-I", modules ?? "",
      ] + files
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    return process.terminationStatus == 0 || !text.isEmpty ? text : "it failed without a word"
  }
}
