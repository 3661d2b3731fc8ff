import Foundation

/// Commands of the toolchain.
enum Tool {
  static let swiftc = path(of: "swiftc")
  static let swift = path(of: "swift")

  /// The folder with the built ArazzoRuntime module.
  static let modules: String? = {
    let root = URL(fileURLWithPath: #filePath)
      .appendingPathComponent("../../../../.build/debug").standardized
    let beside = Bundle.main.bundleURL
    return [beside, beside.deletingLastPathComponent(), root]
      .map { $0.appendingPathComponent("Modules").path }
      .first { FileManager.default.fileExists(atPath: $0 + "/ArazzoRuntime.swiftmodule") }
  }()

  private static func path(of name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What the command writes to standard output and error, nothing where it is content.
  static func run(_ command: String, _ arguments: [String]) async throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let output = String(decoding: data, as: UTF8.self)
    return process.terminationStatus == 0 || !output.isEmpty ? output : "it failed without a word"
  }
}

/// A folder for one test, which removes it.
struct TemporaryFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  /// The path of the file that was written.
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
