import Foundation

/// Some of the outputs, each under a namespace of its own, type-checked together.
struct TypeCheckSample {
  private let limit: Int
  private let modules: String?
  private let folder: URL
  private var names: [String] = []

  init(_ limit: Int, modules: String?, in workspace: Workspace) {
    self.limit = limit
    self.modules = modules ?? Self.builtModules
    folder = workspace.folder.appending(path: "accepted")
  }

  /// Takes what the output folder has, while there is room.
  mutating func take(_ output: URL, as name: String) throws {
    guard names.count < limit, !names.contains(name) else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: output, to: folder.appending(path: name))
    names.append(name)
  }

  /// Gives them to the compiler, some at a time.
  ///
  /// - Throws: ``FuzzFailure`` with what it says.
  func check() throws {
    var rest = names[...]
    var complaints = ""
    while !rest.isEmpty {
      complaints += try complaint(about: rest.prefix(25))
      rest = rest.dropFirst(25)
    }
    if !names.isEmpty { print("\(names.count) outputs are type-checked") }
    guard complaints.isEmpty else {
      throw FuzzFailure("the compiler says of what is in \(folder.path):\n\(complaints)")
    }
  }

  private func complaint(about names: ArraySlice<String>) throws -> String {
    guard let modules else {
      throw FuzzFailure("the folder of the built modules isn't known: give it with --modules")
    }
    let files = try names.flatMap { name in
      try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)
        .filter { $0.hasSuffix(".swift") }.sorted().map { "\(name)/\($0)" }
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.currentDirectoryURL = folder
    process.arguments =
      [
        "swiftc", "-typecheck", "-parse-as-library", "-warnings-as-errors", "-swift-version", "6",
        "-module-name", "Generated", "-I", modules,
      ] + files
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    if process.terminationStatus == 0 { return "" }
    return String(decoding: said, as: UTF8.self) + "\n"
  }

  /// Beside this executable, where the build keeps them.
  private static var builtModules: String? {
    let beside = Bundle.main.executableURL?.deletingLastPathComponent()
    guard let path = beside?.appending(path: "Modules").path,
      FileManager.default.fileExists(atPath: path + "/ArazzoRuntime.swiftmodule")
    else { return nil }
    return path
  }
}
