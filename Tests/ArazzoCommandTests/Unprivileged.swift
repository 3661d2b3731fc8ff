import Foundation
import Testing

@testable import ArazzoCommand

extension Command {
  /// Generates as somebody to whom permissions apply: where the tests run as root, to whom they do
  /// not, the built command runs as a user without rights.
  func runUnprivileged() throws -> Outcome {
    guard geteuid() == 0 else { return run() }
    let tool = scratch.at("arazzo-gen")
    try FileManager.default.copyItem(atPath: builtTool().path, toPath: tool)
    let errors = scratch.at("errors.txt")
    try scratch.write("", to: "errors.txt")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", tool,
      scratch.at("ping.yaml"), "-o", scratch.at("out"),
    ]
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    let status = try #require(ExitStatus(rawValue: process.terminationStatus))
    return Outcome(status, errors: try scratch.read("errors.txt"))
  }

  /// The command that is built with these tests.
  private func builtTool() throws -> URL {
    let tests = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    let folders = [tests.deletingLastPathComponent(), Bundle.main.bundleURL]
    let tool = folders.map { $0.appendingPathComponent("arazzo-gen") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
    return try #require(tool, "the tests were built without the command")
  }
}
