import ArazzoDescriptions
import ArazzoDocuments
import Foundation
import Testing

@testable import ArazzoCompiler

/// Published documents that may lie beside the package.
private enum Corpus {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/corpus")

  static let isPresent = FileManager.default.fileExists(
    atPath: folder.appendingPathComponent("MANIFEST.tsv").path)

  /// The paths of the documents whose sources are there, with the files that take a source's place.
  static func documents() throws -> [(path: String, sources: [String: String])] {
    var sources: [String: [String: String]] = [:]
    for row in try rows("OVERRIDES.tsv") {
      guard let path = row["document"], let name = row["source_name"] else { continue }
      let file = folder.appendingPathComponent(row["file_to_use"] ?? "").path
      sources[path, default: [:]][name] = file
    }
    return try rows("MANIFEST.tsv").filter { $0["resolves"] == "yes" }.compactMap { row in
      row["path"].map { ($0, sources[$0] ?? [:]) }
    }
  }

  private static func rows(_ file: String) throws -> [[String: String]] {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map {
      Dictionary(zip(names, $0), uniquingKeysWith: { first, _ in first })
    }
  }
}

/// Pastes what the diagnostics of published documents say to write. `ARAZZO_PASTE=all` takes every
/// document; otherwise a few are taken.
@Suite("What is said to write can be pasted", .enabled(if: Corpus.isPresent, "no ../shared/corpus"))
struct PasteTests {
  private static let isComplete = ProcessInfo.processInfo.environment["ARAZZO_PASTE"] == "all"

  @Test("The message is gone then, and no other comes")
  func paste() throws {
    let documents = try Corpus.documents()
    let step = Self.isComplete ? 1 : max(documents.count / 12, 1)
    var count = 0
    for index in stride(from: 0, to: documents.count, by: step) {
      count += try check(documents[index].path, documents[index].sources)
    }
    #expect(count > 0)
    print("pasted \(count) texts of \((documents.count + step - 1) / step) documents")
  }

  /// - Returns: How many fixes were pasted: one of each kind.
  private func check(_ path: String, _ sources: [String: String]) throws -> Int {
    let name = Corpus.folder.appendingPathComponent(path).path
    let text = try String(contentsOfFile: name, encoding: .utf8)
    let before = diagnostics(text, name, sources)
    var kinds: Set<String> = []
    for said in before.all {
      guard let fix = said.fix, fix.edits.allSatisfy({ $0.start.source.name == name }),
        kinds.insert(said.kind).inserted, let source = fix.edits.first?.start.source
      else { continue }
      let after = diagnostics(fix.applied(to: source), name, sources)
      let (old, new) = (before.counts, after.counts)
      #expect(new[said.plain] ?? 0 < old[said.plain] ?? 0, "\(path): \(said.line), \(fix.text)")
      let fresh = after.told.filter { told in
        new[told.plain] ?? 0 > old[told.plain] ?? 0 && !said.hid(told, fix)
      }
      #expect(fresh.isEmpty, "\(path): \(said.line), \(fix.text)")
    }
    return kinds.count
  }

  private func diagnostics(
    _ text: String, _ name: String, _ sources: [String: String]
  ) -> Diagnostics {
    let diagnostics = Diagnostics()
    guard let root = try? DocumentReader.read(Array(text.utf8), name: name),
      var description = ArazzoDescription.read(root, diagnostics)
    else { return diagnostics }
    for index in description.sourceDescriptions.indices {
      let source = description.sourceDescriptions[index].name.value
      description.sourceDescriptions[index].file = sources[source]
    }
    _ = Compiler(loader: FileLoader(), diagnostics: diagnostics)
      .compile(description, fileName: name)
    return diagnostics
  }
}

extension Diagnostic {
  /// The message without its count.
  fileprivate var plain: String {
    message.replacing(#/ \(\d+ places; this is the first\)$/#, with: "")
  }

  /// Whether this one kept the other from being told: the other place of one cause, or what is
  /// looked for only where there is no error, somewhere else than in the text that was pasted.
  fileprivate func hid(_ other: Diagnostic, _ fix: Fix) -> Bool {
    if otherPlaces.contains(where: { $0.line == other.location?.line }) { return true }
    return severity == .error
      && !fix.edits.contains { edit in
        edit.start.line == other.location?.line && edit.start.column <= other.location?.column ?? 0
      }
  }

  /// The message without what it quotes.
  fileprivate var kind: String {
    plain.replacing(#/'[^']*'/#, with: "'…'").replacing(#/\d+/#, with: "N")
  }
}

extension Diagnostics {
  /// What is said of a mistake: a note is none.
  fileprivate var told: [Diagnostic] { all.filter { $0.severity != .note } }

  /// How often each message is said, each of its places counted.
  fileprivate var counts: [String: Int] {
    all.reduce(into: [:]) { $0[$1.plain, default: 0] += 1 + $1.otherPlaces.count }
  }
}
