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

    /// The output of a step that is for the case.
    var output: String { "c\(number)" }
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

  /// An Arazzo document whose selectors are those of the cases, each on a line of its own.
  var arazzo: String {
    let workflows = groups.enumerated().map { number, group in
      let selectors = group.map {
        """
        "\($0.output)": {"context": "$response.body", "type": "jsonpath", "selector": \
        \(JSONValue.string($0.selector))}
        """
      }
      let outputs = group.map { #""\#($0.output)": "$steps.ask.outputs.\#($0.output)""# }
      return """
        {"workflowId": "group\(number)",
        "steps": [{"stepId": "ask", "operationId": "getDocument", "outputs": {
        \(selectors.joined(separator: ",\n"))}}],
        "outputs": {\(outputs.joined(separator: ", "))}}
        """
    }
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

  /// A program that prints a line for each case: what its output is, or nothing.
  var program: String {
    // A closure for each run: the compiler takes long for a function that awaits much.
    let runs = groups.enumerated().map { number, group in
      let calls = group.map { "  { try await group\(number)(client: $0).\($0.output) }," }
      return "runs += [\n\(calls.joined(separator: "\n"))\n]"
    }
    return """
      import ArazzoRuntime
      import Foundation
      import HTTPTypes

      var runs: [@Sendable (WorkflowClient) async throws -> JSONValue?] = []
      \(runs.joined(separator: "\n"))

      let text = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
      var documents = text.split(separator: "\\n")[...]

      /// A client of a server that responds with the next document.
      @MainActor func next() -> WorkflowClient {
        let body = Array((documents.popFirst() ?? "").utf8)
        return WorkflowClient(
          transport: AdaptedTransport { _, _ in
            var head = HTTPResponse(status: .ok)
            head.headerFields[.contentType] = "application/json"
            return HTTPTransportResponse(head, body: body)
          })
      }

      for run in runs { print(try await run(next()).map(\\.description) ?? "") }
      """
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }
}
