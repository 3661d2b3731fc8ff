import ArazzoCompiler
import ArazzoDescriptions
import ArazzoDocuments
import ArgumentParser
import Foundation

/// Counts over a folder of Arazzo documents how many of the outputs that lead into a described
/// response have a type.
struct TypesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "Counts what the outputs that point into responses become.",
    discussion: "Reads every Arazzo document below a folder, beside its API descriptions.")

  @Argument(help: "The folder.", completion: .directory)
  var folder: String

  @Flag(help: "Say where each output stands that is described and has no type.")
  var list = false

  func run() throws {
    let census = TypeCensus()
    let documents = try files().reduce(into: 0) { count, path in
      if Self.count(path, census) { count += 1 }
    }
    let share = census.described == 0 ? 1 : Double(census.typed) / Double(census.described)
    print("documents read:                            \(documents)")
    print("outputs that point into a response:        \(census.pointers)")
    print("  into an object that may hold anything:   \(census.openObjects)")
    print("  into a typed schema:                     \(census.described)")
    print("    typed as something better than JSON:   \(census.typed)")
    print("      arrays of which no more is said:     \(census.arraysOfJSON)")
    print("share: \((share * 1000).rounded(.down) / 10) of 100")
    guard list else { return }
    for place in census.untyped {
      print("\(place.source.name):\(place.line):\(place.column): JSON")
    }
  }

  private func files() throws -> [String] {
    guard let all = FileManager.default.enumerator(atPath: folder) else {
      throw ValidationError("'\(folder)' is no folder that can be read")
    }
    return all.compactMap { $0 as? String }
      .filter { path in [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) }
      .sorted().map { folder + "/" + $0 }
  }

  /// - Returns: Whether the file is an Arazzo document that can be read.
  private static func count(_ path: String, _ census: TypeCensus) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    let head = String(decoding: file.readData(ofLength: 4096), as: UTF8.self)
    try? file.close()
    guard head.contains("arazzo") else { return false }
    let diagnostics = Diagnostics(strict: false)
    let loader = FileLoader()
    guard let root = try? loader.load(file: path), root["arazzo"] != nil,
      let description = ArazzoDescription.read(root, diagnostics)
    else { return false }
    _ = Compiler(loader: loader, diagnostics: diagnostics, census: census)
      .compile(description, fileName: path.split(separator: "/").last.map(String.init) ?? path)
    return true
  }
}
