import Testing

@testable import ArazzoCompiler

@Suite("Bytes, files and XML as bodies (rules H11, P17)")
struct UploadTests {
  private static let api = [
    "store.yml": """
    openapi: 3.1.0
    info: {title: Store, version: 1.0.0}
    paths:
      /files:
        post:
          operationId: add
          requestBody:
            content:
              multipart/form-data:
                schema:
                  type: object
                  properties:
                    file: {type: string, format: binary}
                    files: {type: array, items: {type: string, format: binary}}
                    scan: {type: string, contentMediaType: image/png}
                    page: {type: string, contentMediaType: text/html}
                    title: {type: string}
          responses: {}
        put:
          operationId: replace
          requestBody: {content: {application/octet-stream: {}}}
          responses: {}
        patch:
          operationId: pack
          requestBody: {content: {application/zip: {schema: {type: object}}}}
          responses: {}
      /tags:
        post:
          operationId: tag
          requestBody:
            content: {application/xml: {schema: {type: object, xml: {name: Tag}}}}
          responses: {}
      /notes:
        post:
          operationId: note
          requestBody:
            content: {application/xml: {schema: {type: object, properties: {list: {type: array}}}}}
          responses: {}
    """
  ]

  private func compile(_ operation: String, _ body: String, more: String = "") throws -> Compilation
  {
    try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Store, version: 1.0.0}
        sourceDescriptions: [{name: store, url: store.yml, type: openapi}]
        workflows:
          - workflowId: flow
            inputs:
              type: object
              properties:
                a: {type: string}
                all: {type: array, items: {type: string}}
                form: {type: object, properties: {file: {type: string}, title: {type: string}}}
                kind: {type: string, enum: [x, y]}
            steps:
              - stepId: send
                operationId: \(operation)
                requestBody: {payload: \(body)}
        \(more)
        """, beside: Self.api)
  }

  private func types(_ compilation: Compilation) -> [String] {
    compilation.workflow?.inputs.fields.map { "\($0.name): \($0.type.sketch)" } ?? compilation.lines
  }

  private static let strings = [
    "a: string", "all: [string]", "form: {file: string?, title: string?}", "kind: x|y",
  ]

  @Test(
    "H11: an input that flows only into bytes is an upload",
    arguments: [
      ("add", "{file: $inputs.a, title: b}", "a: upload"), ("replace", "$inputs.a", "a: upload"),
      ("add", "{scan: $inputs.a}", "a: upload"), ("add", "{files: $inputs.all}", "all: [upload]"),
      ("add", "{files: [$inputs.a]}", "a: upload"),
      ("add", "$inputs.form", "form: {file: upload?, title: string?}"),
    ])
  func h11_uploads(operation: String, body: String, expected: String) throws {
    let compilation = try compile(operation, body)
    #expect(types(compilation).contains(expected), "\(types(compilation))")
  }

  @Test(
    "H11: an input that is text too, is one of a few words, or goes elsewhere stays a string",
    arguments: [
      ("add", "{file: $inputs.a, title: $inputs.a}"), ("add", "{title: $inputs.a}"),
      ("add", "{page: $inputs.a}"), ("add", "{file: '{$inputs.a}'}"),
      ("add", "{file: $inputs.kind}"),
    ])
  func h11_strings(operation: String, body: String) throws {
    #expect(types(try compile(operation, body)) == Self.strings)
  }

  @Test("H11: through a called workflow")
  func h11_calledWorkflows() throws {
    let compilation = try compile(
      "replace", "$inputs.a",
      more: """
          - workflowId: outer
            inputs: {type: object, properties: {data: {type: string}}}
            steps: [{stepId: call, workflowId: flow, parameters: [{name: a, value: $inputs.data}]}]
        """)
    let outer = compilation.plan.workflows.first { $0.id == "outer" }
    #expect(outer?.inputs.fields.map(\.type) == [.upload])
    let text = try compile(
      "replace", "$inputs.a",
      more: """
          - workflowId: outer
            steps: [{stepId: call, workflowId: flow, parameters: [{name: a, value: text}]}]
        """)
    #expect(types(text) == Self.strings)
  }

  @Test("A body that is bytes is not called text")
  func h5_bytesAreNoText() throws {
    #expect(
      try compile("pack", "{a: 1}").errors == [
        "16:32: error: the payload of a 'application/zip' body must be a string, found a mapping"
      ])
  }

  @Test("P17: what XML can't be made of is an error at its place")
  func p17_mistakes() throws {
    #expect(
      try compile("note", "{list: [a]}").errors.map { $0.contains("the root element has no name") }
        == [true])
    let list = try compile("note", "$inputs.all")
    #expect(list.errors.map { $0.contains("'$inputs.all' is an array") } == [true])
  }

  @Test("P17: markup in a text is escaped also where a combining mark follows it")
  func p17_combiningMarks() throws {
    let compilation = try compile("tag", "{a: \"1 <\u{301}b&\u{301}\"}")
    #expect(compilation.errors == [])
    #expect(
      compilation.step("send")?.body?.contains("<a>1 &lt;\u{301}b&amp;\u{301}</a>") == true,
      "\(compilation.step("send")?.body ?? "")")
  }

  @Test("P17: an input that has fields")
  func p17_inputs() throws {
    let compilation = try compile("tag", "$inputs.form")
    #expect(compilation.errors == [])
    #expect(
      compilation.step("send")?.body?.hasPrefix("'<Tag>' + ('<file>' + xml(inputs.form.file)")
        == true,
      "\(compilation.step("send")?.body ?? "")")
  }
}
