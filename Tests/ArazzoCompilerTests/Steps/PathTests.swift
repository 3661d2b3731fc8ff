import Testing

@testable import ArazzoCompiler

@Suite("Path templates with a query, operators and fragments (rule H10)")
struct PathTests {
  private func compile(
    _ path: String, parameters: String, declared: String = "[]", extra: String = ""
  ) throws -> Compilation {
    try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Boxes, version: 1.0.0}
        sourceDescriptions: [{name: boxes, url: boxes.yml, type: openapi}]
        workflows:
          - workflowId: flow
            inputs: {type: object, properties: {a: {type: string}}}
            steps: [{stepId: ask, operationId: ask, parameters: \(parameters)}]
        """,
      beside: [
        "boxes.yml": """
        openapi: 3.1.0
        info: {title: Boxes, version: 1.0.0}
        paths:
          '\(path)':
            get: {operationId: ask, parameters: \(declared), responses: {}}
        \(extra)
        """
      ])
  }

  /// The template that is sent and the parameters, each with its place and style.
  private func sketch(_ compilation: Compilation) -> [String] {
    guard let operation = compilation.step("ask")?.operation else { return compilation.lines }
    return [operation.path]
      + operation.parameters.map { parameter in
        let style = parameter.serialization.map {
          " \($0.style)\($0.explode ? "*" : "")"
        }
        return "\(parameter.place) \(parameter.name)=\(parameter.value.text)\(style ?? "")"
      }
  }

  @Test(
    "H10: each operator of RFC 6570",
    arguments: [
      ("/v1/{+a}/x", ["/v1/{+a}/x", "path a='1'"]),
      ("/v1{/a}", ["/v1/{a}", "path a='1'"]),
      ("/v1{/a*}", ["/v1/{a}", "path a='1' segments*"]),
      ("/v1{.a}", ["/v1{a}", "path a='1' label"]),
      ("/v1{;a*}", ["/v1{a}", "path a='1' matrix*"]),
      ("/v1{?a}", ["/v1", "query a='1'"]), ("/v1{?a*}", ["/v1", "query a='1'"]),
      ("/v1?x=1{&a}", ["/v1?x=1", "query a='1'"]), ("/v1{#a}", ["/v1"]),
      ("/v1?key={a}", ["/v1", "query key='1'"]),
      ("/v1?key=x-{a}", ["/v1?key=x-{a}", "path a='1'"]),
      ("/v1#{a}", ["/v1"]), ("/v1/{a}#part", ["/v1/{a}", "path a='1'"]),
    ])
  func h10_operators(path: String, expected: [String]) throws {
    let compilation = try compile(path, parameters: "[{name: a, in: path, value: '1'}]")
    #expect(sketch(compilation) == expected)
    #expect(compilation.lines == [])
  }

  @Test("H10: a fixed pair is sent once, and another value for it is not sent")
  func h10_fixedPairs() throws {
    let same = try compile(
      "/b?list-type=2&x", parameters: "[{name: list-type, in: query, value: 2}]")
    #expect(sketch(same) == ["/b?list-type=2&x"])
    #expect(same.warnings.map { $0.contains("has no query parameter") } == [])
    let other = try compile(
      "/b?list-type=2", parameters: "[{name: list-type, in: query, value: 3}]")
    #expect(sketch(other) == ["/b?list-type=2"])
    #expect(
      other.warnings.map {
        $0.contains("already has 'list-type=2'; the value that the step sets is not sent")
      }
        == [true])
  }

  @Test("H10: a placeholder is filled from the parameter of that name, wherever it is declared")
  func h10_declaredElsewhere() throws {
    let query = try compile(
      "/b/{key}?uploadId={uploadId}",
      parameters: "[{name: key, in: path, value: k}, {name: uploadId, in: query, value: u}]",
      declared:
        "[{name: key, in: path, required: true}, {name: uploadId, in: query, required: true}]")
    #expect(sketch(query) == ["/b/{key}", "path key='k'", "query uploadId='u'"])
    #expect(query.lines == [])
    let path = try compile(
      "/b/{key}", parameters: "[{name: key, in: query, value: k}]",
      declared: "[{name: key, in: query}]")
    #expect(sketch(path) == ["/b/{key}", "path key='k'"])
    #expect(path.lines == [])
  }

  @Test("H10: what a fragment tells apart is sent without it")
  func h10_fragments() throws {
    let api = """
      openapi: 3.1.0
      info: {title: Boxes, version: 1.0.0}
      paths:
        /boxes#open: {post: {operationId: open, responses: {}}}
        /boxes#close: {post: {operationId: close, responses: {}}}
      """
    let workflow: Compilation.Fields = """
      steps:
        - {stepId: a, operationId: open}
        - {stepId: b, operationPath: '{$sourceDescriptions.parcels.url}#/paths/~1boxes%23close/post'}
      """
    let compilation = try Compilation(workflow, beside: ["parcels.yml": api])
    #expect(compilation.lines == [])
    #expect(compilation.step("a")?.operation?.path == "/boxes")
    #expect(compilation.step("b")?.operation?.operationID == "close")
    #expect(compilation.step("b")?.operation?.path == "/boxes")
  }

  @Test("A declared path parameter that the path has no place for can't be sent")
  func h10_undeclaredPlace() throws {
    let declared = "[{name: account, in: path, required: true}]"
    let set = try compile(
      "/b", parameters: "[{name: account, in: path, value: a}]", declared: declared)
    #expect(
      set.errors == [
        "7:65: error: GET /b declares the path parameter 'account', but its path has no "
          + "'{account}'"
      ])
    #expect(try compile("/b", parameters: "[]", declared: declared).lines == [])
  }
}
