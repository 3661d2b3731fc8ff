import ArazzoExpressions
@_spi(Generated) import ArazzoRuntime
import Foundation
@_spi(Generated) import ParsedQueries
import Testing

@_spi(Generated) @testable import ArazzoQueries

@Suite(
  "The JSONPath compliance test suite", .enabled(if: Conformance.isPresent, Conformance.reason))
struct JSONPathComplianceTests {
  @Test("Every valid selector finds what it should, in order, and every invalid one is refused")
  func evaluation() throws {
    let bytes = try Data(
      contentsOf: Conformance.folder.appendingPathComponent("jsonpath-cts/cts.json"))
    let suite = try JSONValue(parsing: [UInt8](bytes))
    guard case .array(let cases)? = suite["tests"] else { throw Unreadable() }
    var passed = 0
    for test in cases {
      let isRight = try isRight(test)
      passed += isRight ? 1 : 0
      #expect(isRight, "\(test["name"].text): \(test["selector"].text)")
    }
    print("JSONPath compliance: \(passed) of \(cases.count) cases evaluate right")
    #expect(!cases.isEmpty)
  }

  private struct Unreadable: Error {}

  private func isRight(_ test: JSONValue) throws -> Bool {
    let isInvalid = test["invalid_selector"] == true
    guard let query = try? ParsedQuery.parse(test["selector"].text) else { return isInvalid }
    guard !isInvalid, let document = test["document"] else { return false }
    let path = JSONPath(query)
    let found = JSONValue.array(path.nodes(in: document).values)
    let places = path.pointers(in: document).map { $0.normalizedPath(in: document) }
    let choices = test["results"]?.elements ?? [test["result"] ?? .null]
    let pathChoices = test["results_paths"]?.elements ?? [test["result_paths"] ?? .null]
    return zip(choices, pathChoices).contains { choice, paths in
      choice == found && paths.elements?.map(\.text).withoutRepetitions == places
    }
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }
}

extension JSONValue? {
  fileprivate var text: String { self?.text ?? "" }
}

extension [String] {
  /// Each once, and told apart by code points.
  fileprivate var withoutRepetitions: [String] {
    var seen: Set<[UInt8]> = []
    return filter { seen.insert([UInt8]($0.utf8)).inserted }
  }
}
