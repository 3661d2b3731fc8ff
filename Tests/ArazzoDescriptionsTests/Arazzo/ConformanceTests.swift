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

/// What the errors about a document that does not conform must speak of, by the file's name.
private let faults = [
  "async-both-operationId-and-channelPath": "'channelPath'",
  "async-channelPath-without-action": "'action'",
  "async-depends-on-duplicate-values": "'dependsOn'",
  "async-depends-on-empty": "'dependsOn'",
  "async-depends-on-invalid-reference": "'dependsOn'",
  "channel-path-is-invalid-for-openapi": "'channelPath'",
  "invalid-arazzo-version": "'arazzo'",
  "invalid-async": "'action'",
  "invalid-async-correlation-id-non-receive-action": "'correlationId'",
  "invalid-async-parameter-without-in": "'in'",
  "invalid-expression-type-object": "'version'",
  "invalid-openapi-parameter-without-in": "'in'",
  "invalid-openapi-success-criteria": "'successCriteria'",
  "invalid-querystring-without-value": "'value'",
  "invalid-selector-object": "'type'",
  "invalid-self-fragment": "'$self'",
  "invalid-targetSelectorType": "'targetSelectorType'",
  "invalid-workflow-step-with-operationId": "'workflowId'",
  "invalid-workflow-success-criteria": "'successCriteria'",
  "not-an-object": "'arazzo'",
  "openapi-both-operationId-and-operationPath": "'operationPath'",
  "openapi-duplicate-parameters": "parameter 'limit' in query",
  "openapi-missing-operation-target": "'operationId'",
  "workflow-duplicate-parameters": "parameter 'userId'",
  "workflow-missing-workflowId": "'workflowId'",
  "workflow-step-with-action": "'action'",
  "workflow-step-with-channelPath": "'channelPath'",
]

@Suite(
  "The specification's test documents",
  .enabled(if: Conformance.isThere, "../shared/conformance is not there"))
struct ConformanceTests {
  @Test("Documents that conform are read", arguments: ["1.0", "1.1"])
  func pass(version: String) throws {
    let files = Conformance.files("\(version)/pass")
    var passed = 0
    for file in files {
      let errors = try Conformance.read(file).all.filter { $0.severity == .error }
      #expect(errors.map(\.line) == [], "\(file.lastPathComponent)")
      if errors.isEmpty { passed += 1 }
    }
    print("Arazzo \(version), documents that conform: \(passed) of \(files.count) are read")
  }

  @Test(
    "Documents that do not conform are refused with a place and the field's name",
    arguments: ["1.0", "1.1"])
  func fail(version: String) throws {
    let files = Conformance.files("\(version)/fail")
    var refused = 0
    for file in files {
      let errors = try Conformance.read(file).all.filter { $0.severity == .error }
      let name = String(file.lastPathComponent.prefix { $0 != "." })
      let fault = try #require(faults[name], "a document that the table does not have: \(name)")
      let isNamed = errors.contains { $0.location != nil && $0.message.contains(fault) }
      #expect(isNamed, "\(name): \(errors.map(\.line))")
      #expect(errors.allSatisfy { $0.location != nil }, "\(name)")
      if isNamed { refused += 1 }
    }
    print("Arazzo \(version), documents that do not conform: \(refused) of \(files.count) refused")
  }
}
