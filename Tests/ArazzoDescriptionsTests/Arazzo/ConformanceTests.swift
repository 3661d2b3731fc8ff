import ArazzoDocuments
import Foundation
import Testing

@testable import ArazzoDescriptions

/// The specification's own test documents, where they lie beside the project.
private enum Conformance {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/conformance/arazzo-schema-tests").standardizedFileURL

  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  static func files(_ path: String) -> [URL] {
    let folder = folder.appending(path: path)
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return found?.sorted { $0.path < $1.path } ?? []
  }

  static func read(_ file: URL) throws -> Diagnostics {
    let diagnostics = Diagnostics()
    let root = try FileLoader().load(file: file.path)
    _ = ArazzoDescription.read(root, diagnostics)
    return diagnostics
  }
}

@Suite(
  "The specification's test documents",
  .enabled(if: Conformance.isThere, "../shared/conformance is not there"))
struct ConformanceTests {
  @Test("Documents that conform to 1.0 are read", arguments: Conformance.files("1.0/pass"))
  func pass(file: URL) throws {
    let errors = try Conformance.read(file).all.filter { $0.severity == .error }
    #expect(errors.map(\.line) == [])
  }

  @Test(
    "Documents that do not conform are refused with a place",
    arguments: Conformance.files("1.0/fail"))
  func fail(file: URL) throws {
    let errors = try Conformance.read(file).all.filter { $0.severity == .error }
    #expect(!errors.isEmpty)
    #expect(errors.allSatisfy { $0.location != nil })
  }

  @Test(
    "Of documents that conform to 1.1, only what is not compiled yet is refused",
    arguments: Conformance.files("1.1/pass"))
  func later(file: URL) throws {
    let errors = try Conformance.read(file).all.filter { $0.severity == .error }
    #expect(errors.map(\.line).filter { !$0.contains("is not supported yet") } == [])
    #expect(errors.allSatisfy { $0.location != nil })
  }
}
