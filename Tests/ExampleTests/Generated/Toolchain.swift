import Foundation
import Testing

/// The Swift toolchain, with the modules that this package's own build has made.
enum Toolchain {
  /// The folder with the module `ArazzoRuntime`; nil where the build system keeps it elsewhere.
  static var modules: URL? {
    let executable = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    let products = [
      executable.deletingLastPathComponent(), Bundle.main.bundleURL,
      Example.root.appending(path: ".build/debug"),
    ]
    return products.map { $0.appending(path: "Modules") }.first {
      FileManager.default.fileExists(
        atPath: $0.appending(path: "ArazzoRuntime.swiftmodule").path)
    }
  }

  /// Type-checks files as one module.
  ///
  /// - Returns: What the compiler says; empty when it is content.
  static func typeCheck(
    _ files: [String], _ setting: Setting, reportingTo report: URL
  ) async throws -> String {
    try #require(!files.isEmpty)
    return try await run(
      ["swiftc"] + setting.arguments + ["-I", try #require(modules).path] + files,
      reportingTo: report)
  }

  /// Runs a tool, given by its name and its arguments.
  ///
  /// - Returns: What it says; empty when it is content.
  static func run(_ command: [String], reportingTo report: URL) async throws -> String {
    try Data().write(to: report)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = try FileHandle(forWritingTo: report)
    process.standardError = process.standardOutput
    let status: Int32 = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    let text = try String(contentsOf: report, encoding: .utf8)
    return status == 0 || !text.isEmpty ? text : "it ended with status \(status)"
  }
}
