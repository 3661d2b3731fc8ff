import Testing

@testable import ArazzoCompiler

@Suite("Parts as their encoding says (rule H5)")
struct PartEncodingTests {
  private func compile(_ encoding: String, version: String = "3.1.0") throws -> Compilation {
    let api = """
      openapi: \(version)
      info: {title: Boxes, version: 1.0.0}
      paths:
        /boxes:
          post:
            operationId: addBox
            requestBody:
              content:
                multipart/form-data:
                  schema: {type: object, properties: {tags: {type: array, items: {}}}}
                  encoding: {tags: \(encoding)}
            responses: {}
      """
    return try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Boxes, version: 1.0.0}
        sourceDescriptions:
          - {name: boxes, url: boxes.yml, type: openapi}
        workflows:
          - workflowId: flow
            steps: [{stepId: ask, operationId: addBox, requestBody: {payload: {tags: [1, 2]}}}]
        """, beside: ["boxes.yml": api])
  }

  private func part(_ compilation: Compilation) -> PartPlan? {
    guard case .multipart(let parts)? = compilation.step("ask")?.operation?.body?.format else {
      return nil
    }
    return parts.first
  }

  @Test(
    "A header field of a part is sent where the description says its value",
    arguments: [
      ("{const: a}", "a"), ("{type: integer, enum: [7]}", "7"), ("{default: true}", "true"),
      ("{enum: [a, b], default: b}", "b"), ("{$ref: '#/paths/~1boxes/x-a'}", nil),
      ("{type: string}", nil), ("{enum: [a, b]}", nil),
    ])
  func headers(schema: String, value: String?) throws {
    let compilation = try compile("{headers: {X-A: {schema: \(schema)}}}")
    #expect(part(compilation)?.headers.map(\.value) ?? [] == [value].compactMap(\.self))
    let warning =
      "the header 'X-A' of part 'tags' is left out, because the API description gives no value"
    #expect(compilation.warnings.contains { $0.hasSuffix(warning) } == (value == nil))
  }

  @Test("Before 3.1 parts have no style", arguments: [("3.0.4", false), ("3.1.0", true)])
  func styles(version: String, hasStyle: Bool) throws {
    let compilation = try compile("{style: pipeDelimited}", version: version)
    #expect((part(compilation)?.style?.style == .pipeDelimited) == hasStyle)
    #expect(compilation.lines == [])
  }

  @Test(
    "H2: a header of a part that frames something or says what the part is is left out",
    arguments: ["Content-Length", "transfer_encoding", "content-disposition", "'X Y'"])
  func h2_headers(name: String) throws {
    let compilation = try compile("{headers: {\(name): {schema: {const: '1'}}}}")
    let shown = name.hasPrefix("'") ? name : "'\(name)'"
    #expect(
      compilation.warnings.map { $0.drop { $0 != " " } } == [
        " warning: the header \(shown) of part 'tags' is left out: a part of a multipart body can't have it"
      ])
    #expect(part(compilation) == nil)
  }
}
