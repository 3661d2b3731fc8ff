import ArazzoExpressions
import ArazzoRuntime
import Foundation
import Testing

/// The public compliance suite for JSONPath, which may lie beside the package.
struct JSONPathSuite {
  struct Case {
    let number: Int
    let name: String
    let selector: String
    let document: JSONValue?
    /// The lists of values of which it must find one; empty for a selector that is invalid.
    let results: [JSONValue]

    /// The output of a step and the action that are for the case.
    var label: String { "c\(number)" }
  }

  let valid: [Case]
  let invalid: [Case]

  private static let file = Example.root.deletingLastPathComponent()
    .appending(path: "shared/conformance/jsonpath-cts/cts.json")

  static var isPresent: Bool { FileManager.default.fileExists(atPath: file.path) }

  init() throws {
    let suite = try JSONValue(parsing: [UInt8](Data(contentsOf: Self.file)))
    let tests = try #require(suite["tests"]?.elements)
    let cases = tests.enumerated().map { number, test in
      Case(
        number: number, name: test["name"]?.text ?? "", selector: test["selector"]?.text ?? "",
        document: test["document"],
        results: test["results"]?.elements ?? [test["result"]].compactMap(\.self))
    }
    valid = cases.filter { !$0.results.isEmpty }
    invalid = cases.filter { $0.results.isEmpty }
    try #require(!valid.isEmpty && !invalid.isEmpty)
  }
}

extension JSONPathSuite.Case {
  /// Whether a criterion with the selector as its condition holds: where it finds a node, or where a
  /// filter that comes first accepts the whole object (dialect P5), as in one case of the suite.
  func isMet(byCriterion holds: Bool) -> Bool {
    if name == "filter, name segment on primitive, selects nothing" { return holds }
    return results.contains { ($0 == []) != holds }
  }

  /// Whether a selector has found what it must: the value, where it can find one at most, and the
  /// list of the values otherwise; nothing where there is none.
  func isMet(by found: JSONValue?) throws -> Bool {
    guard let found else { return results.contains([]) }
    return try results.contains(ParsedQuery.parse(selector).isSingular ? .array([found]) : found)
  }
}

extension [JSONPathSuite.Case] {
  /// As many cases as a workflow has.
  private static let size = 40

  /// The cases by the workflow that they are in.
  var groups: [ArraySlice<JSONPathSuite.Case>] {
    stride(from: 0, to: count, by: Self.size).map { self[$0..<Swift.min($0 + Self.size, count)] }
  }

  /// Workflows whose selectors are those of the cases, each on a line of its own.
  private var selecting: [String] {
    groups.enumerated().map { number, group in
      let selectors = group.map {
        """
        "\($0.label)": {"context": "$response.body", "type": "jsonpath", "selector": \
        \(JSONValue.string($0.selector))}
        """
      }
      let outputs = group.map { #""\#($0.label)": "$steps.ask.outputs.\#($0.label)""# }
      return """
        {"workflowId": "group\(number)",
        "steps": [{"stepId": "ask", "operationId": "getDocument", "outputs": {
        \(selectors.joined(separator: ",\n"))}}],
        "outputs": {\(outputs.joined(separator: ", "))}}
        """
    }
  }

  /// Workflows that end as the case says whose number is given, where its selector as a criterion
  /// holds.
  private var testing: [String] {
    groups.enumerated().map { number, group in
      let actions = group.map {
        """
        {"name": "\($0.label)", "type": "end", "criteria": [
        {"condition": "$inputs.number == \($0.number)"},
        {"context": "$response.body", "type": "jsonpath", "condition": \
        \(JSONValue.string($0.selector))}]}
        """
      }
      return """
        {"workflowId": "test\(number)",
        "inputs": {"type": "object", "required": ["number"],
        "properties": {"number": {"type": "integer"}}},
        "steps": [{"stepId": "ask", "operationId": "getDocument", "onSuccess": [
        \(actions.joined(separator: ",\n"))]}]}
        """
    }
  }

  /// An Arazzo document whose selectors are those of the cases, each on a line of its own.
  ///
  /// - Parameter withCriteria: Whether they are criteria too.
  func arazzo(withCriteria: Bool) -> String {
    let workflows = selecting + (withCriteria ? testing : [])
    return """
      {"arazzo": "1.1.0", "info": {"title": "Cases", "version": "1.0.0"},
      "sourceDescriptions": [{"name": "api", "url": "api.json", "type": "openapi"}],
      "workflows": [
      \(workflows.joined(separator: ",\n"))]}
      """
  }

  /// An API that responds with a document, whatever is in it.
  static var openAPI: String {
    """
    {"openapi": "3.1.0", "info": {"title": "Documents", "version": "1.0.0"},
    "servers": [{"url": "https://api.example"}],
    "paths": {"/document": {"get": {"operationId": "getDocument", "responses": {"200": {
    "description": "A document.", "content": {"application/json": {"schema": {}}}}}}}}}
    """
  }

  /// A program that prints two lines for each case: what its output is, or nothing; and whether the
  /// criterion holds.
  var program: String {
    // A closure for each run: the compiler takes long for a function that awaits much.
    let runs = groups.enumerated().map { number, group in
      let calls = group.map { test in
        """
          { try await group\(number)(client: $0).\(test.label) },
          { try await ends(test\(number)(.init(number: \(test.number)), client: $0), "\(test.label)") },
        """
      }
      return "runs += [\n\(calls.joined(separator: "\n"))\n]"
    }
    return """
      import ArazzoRuntime
      import Foundation
      import HTTPTypes

      /// Whether a workflow has ended as an action says.
      func ends(_ outcome: some WorkflowOutcome, _ action: String) -> JSONValue {
        .bool(outcome.ending.name == action)
      }

      var runs: [@Sendable (WorkflowClient) async throws -> JSONValue?] = []
      \(runs.joined(separator: "\n"))

      let text = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
      // Each is that of a selector and of a criterion.
      let documents = text.split(separator: "\\n").flatMap { [$0, $0] }

      /// A client of a server that responds with a document.
      func client(_ document: Substring) -> WorkflowClient {
        let body = Array(document.utf8)
        return WorkflowClient(
          transport: AdaptedTransport { _, _ in
            var head = HTTPResponse(status: .ok)
            head.headerFields[.contentType] = "application/json"
            return HTTPTransportResponse(head, body: body)
          })
      }

      for (run, document) in zip(runs, documents) {
        print(try await run(client(document)).map(\\.description) ?? "")
      }
      """
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }
}
