import ArazzoCommand
import ArazzoRuntime
import Foundation
import Testing

/// The suite's selectors as outputs of steps and as criteria: read, compiled, emitted and run.
@Suite(
  "The JSONPath compliance suite, from a document to generated code that runs",
  .enabled(if: JSONPathSuite.isPresent, "there is no folder ../shared/conformance/jsonpath-cts"))
struct GeneratedJSONPathTests {
  @Test("every invalid selector is an error at its place")
  func invalid() async throws {
    let cases = try JSONPathSuite().invalid
    try await withTemporaryFolder { folder in
      let document = try write(cases, withCriteria: false, into: folder)
      let outcome = CommandLineTool.run(["validate", "--diagnostics", "json", document.path])
      let said = try JSONDecoder().decode([Mistake].self, from: Data(outcome.output.utf8))
      let lines = Set(said.filter { $0.severity == "error" }.map(\.line))
      for (number, line) in cases.arazzo(withCriteria: false).split(separator: "\n").enumerated() {
        #expect(lines.contains(number + 1) == line.contains(#""selector": "#), "\(line)")
      }
    }
  }

  private struct Mistake: Decodable {
    let severity: String
    let line: Int
  }

  @Test(
    "every valid selector finds what it should, in order, and holds where it finds something",
    .enabled(if: Toolchain.modules != nil, "the folder of the built modules is not known"))
  func valid() async throws {
    let cases = try JSONPathSuite().valid
    let lines = try await withTemporaryFolder { folder in
      let document = try write(cases, withCriteria: true, into: folder)
      let program = try await Toolchain.program(
        of: document, main: cases.program, in: folder, linking: ["ArazzoQueries"])
      let documents = folder.appending(path: "documents")
      let texts = cases.map { ($0.document ?? .null).description }
      try Data(texts.joined(separator: "\n").utf8).write(to: documents)
      return try await Toolchain.run(
        [program.path, documents.path], reportingTo: folder.appending(path: "report"))
    }.split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count == 2 * cases.count + 1, "\(lines.last ?? "")")
    for (number, test) in cases.enumerated() {
      let (line, holds) = (lines[2 * number], lines[2 * number + 1])
      let found = line.isEmpty ? nil : try JSONValue(parsing: String(line))
      #expect(try test.isMet(by: found), "\(test.name): \(test.selector) finds \(line)")
      #expect(
        test.isMet(byCriterion: holds == "true"),
        "\(test.name): whether \(test.selector) holds is \(holds)")
    }
    print("JSONPath compliance: \(cases.count) selectors and criteria ran in generated code")
  }

  private func write(
    _ cases: [JSONPathSuite.Case], withCriteria: Bool, into folder: URL
  ) throws -> URL {
    let document = folder.appending(path: "cases.arazzo.json")
    try Data(cases.arazzo(withCriteria: withCriteria).utf8).write(to: document)
    try Data([JSONPathSuite.Case].openAPI.utf8).write(to: folder.appending(path: "api.json"))
    return document
  }
}
