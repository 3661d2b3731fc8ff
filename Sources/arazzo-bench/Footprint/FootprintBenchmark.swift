import Foundation

/// What an app pays for the generated code and the runtime, in bytes and in time to build, beside
/// the same app with calls that are written by hand.
enum FootprintBenchmark {
  /// What the runtime may add to a stripped binary that is built for release.
  private static let bytesOfRuntime = 3 << 19

  /// A command failed.
  struct Failure: Error {
    let command: [String]
  }

  /// Builds both apps.
  static func run(_ scale: BenchmarkScale) throws -> [Goal] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let sizes = try [DustApp.byHand(workflows: 1), .generated(workflows: 1)].map {
      let size = try sizeOfBinary($0, in: folder)
      print("\($0.name): \(size.readableBytes) in a stripped binary for release")
      return size
    }
    var goals = [
      Goal(
        name: "The runtime in a release binary, to 1.5 MiB",
        ratio: Double(sizes[1] - sizes[0]) / Double(bytesOfRuntime), limit: 1)
    ]
    for workflows in scale.workflowsOfApp {
      let comparison = try compareBuilds(workflows, in: folder)
      print(comparison)
      goals += comparison.goal(1.3)
    }
    return goals
  }

  private static func compareBuilds(_ workflows: Int, in folder: URL) throws -> Comparison {
    var comparison = Comparison("A clean debug build of an app, workflows: \(workflows)")
    for app in [try DustApp.byHand(workflows: workflows), try .generated(workflows: workflows)] {
      let package = folder.appending(path: UUID().uuidString)
      try app.write(to: package)
      try swift(["package", "resolve"], in: package)
      try comparison.time(app.name) { try swift(["build"], in: package) }
    }
    return comparison
  }

  private static func sizeOfBinary(_ app: DustApp, in folder: URL) throws -> Int {
    let package = folder.appending(path: UUID().uuidString)
    try app.write(to: package)
    try swift(["build", "-c", "release"], in: package)
    let binary = package.appending(path: ".build/release/App")
    try execute(["strip", binary.path()], in: package)
    return try Data(contentsOf: binary).count
  }

  private static func swift(_ arguments: [String], in package: URL) throws {
    try execute(["swift"] + arguments, in: package)
  }

  private static func execute(_ command: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(command: command) }
  }
}
