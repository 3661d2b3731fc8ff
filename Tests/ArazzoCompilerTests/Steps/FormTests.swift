import Testing

@testable import ArazzoCompiler

@Suite("Bodies that are forms (rule H5)")
struct FormTests {
  private func body(_ payload: String, of operation: String = "buyStamps") throws -> Compilation {
    try Compilation(
      """
      inputs: {type: object, properties: {name: {type: string}, n: {type: integer}, any: {}}}
      steps: [{stepId: ask, operationId: \(operation), requestBody: {payload: \(payload)}}]
      """)
  }

  @Test(
    "A payload is a mapping, an expression, JSON text or text that is split into its fields",
    arguments: [
      ("{kind: $inputs.name, count: 2}", "{kind: inputs.name, count: 2}: json"),
      ("$inputs.any", "inputs.any: json?"),
      ("'{\"kind\": \"{$inputs.name}\"}'", "{kind: inputs.name}: json"),
      (
        "'kind={$inputs.name}&count={$inputs.n}!'",
        "{kind: inputs.name, count: inputs.n + '!'}: json"
      ),
      ("'kind=a+b%20%C3%A9&x%5By%5D=50%&z='", "{kind: 'a b é', x[y]: '50%', z: ''}: json"),
      ("'tags=a&tags={$inputs.name}&tags=c=d'", "{tags: ['a', inputs.name, 'c=d']}: json"),
      ("\"kind=a&\\ncount=1\\n\"", "{kind: 'a', count: '1'}: json"),
    ])
  func payloads(written: String, expected: String) throws {
    let compilation = try body(written)
    #expect(compilation.step("ask")?.body == expected, "\(compilation.lines)")
    let plan = compilation.step("ask")?.operation?.body
    #expect(plan?.contentType == "application/x-www-form-urlencoded")
  }

  @Test(
    "What is no form is refused where it stands",
    arguments: [
      ("[1]", "8:72: error: the payload of a form, found a sequence where its fields are expected"),
      (
        "just text",
        "8:72: error: the payload isn't an encoded form: expected '=' after 'just text'"
      ),
      (
        "'{$inputs.name}=1'",
        "8:72: error: the payload isn't an encoded form: a field's name can't contain a placeholder"
      ),
    ])
  func refused(written: String, message: String) throws {
    let compilation = try body(written)
    #expect(compilation.errors.count == 1)
    #expect(compilation.errors.first?.contains(message) == true, "\(compilation.lines)")
  }

  @Test(
    "A style that no form has is refused where a field may need it",
    arguments: [("{size: $inputs.any}", 1), ("$inputs.any", 1), ("{size: $inputs.name}", 0)])
  func unknownStyle(payload: String, errors: Int) throws {
    let compilation = try body(payload, of: "buySheets")
    let message = "form field 'size' can't have the style 'matrix'"
    #expect(compilation.errors.allSatisfy { $0.contains(message) })
    #expect(compilation.errors.count == errors)
  }

  @Test("A field has the operation's style where it may be an array or an object")
  func styles() throws {
    let compilation = try body("{kind: a, box: {a: 1}, tags: $inputs.any, count: $inputs.n}")
    guard case .form(let fields)? = compilation.step("ask")?.operation?.body?.format else {
      Issue.record("no form: \(compilation.lines)")
      return
    }
    #expect(
      fields.map { "\($0.name): \($0.style.style), \($0.style.explode)" } == [
        "box: deepObject, true", "tags: form, false",
      ])
  }
}
