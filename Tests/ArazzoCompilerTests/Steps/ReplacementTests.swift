import Testing

@testable import ArazzoCompiler

@Suite("Payload replacements (the settled corner \"replacements\")")
struct ReplacementTests {
  private func compile(_ payload: String, _ replacements: String) throws -> Compilation {
    try Compilation(
      """
      inputs:
        type: object
        required: [name, order]
        properties: {name: {type: string}, note: {type: string}, order: {type: object}}
      steps:
        - stepId: make
          operationId: createParcel
          requestBody:
            payload: \(payload)
            replacements: [\(replacements)]
      """)
  }

  @Test(
    "A place in a payload that is written out is replaced when the code is generated",
    arguments: [
      ("{a: 1, b: 2}", "{target: /b, value: 3}", "{a: 1, b: 3}: json"),
      (
        "{a: {b: [1, 2]}}", "{target: /a/b/1, value: $inputs.name}",
        "{a: {b: [1, inputs.name]}}: json"
      ),
      (
        "{a: 1}", "{target: /b, value: {c: 2}}, {target: /b/c, value: 3}", "{a: 1, b: {c: 3}}: json"
      ),
      ("{a: 1}", "{target: '#/a', value: x}", "{a: 'x'}: json"),
      ("{a: [1]}", "{target: /a/-, value: 2}, {target: /a/2, value: 3}", "{a: [1, 2, 3]}: json"),
      ("{a: 1}", "{target: '', value: $inputs.order}", "inputs.order: json"),
      ("'{\"a\": 1}'", "{target: /a, value: 2}", "{a: 2}: json"),
    ])
  func pointers(payload: String, replacements: String, expected: String) throws {
    let compilation = try compile(payload, replacements)
    #expect(compilation.errors == [])
    #expect(compilation.step("make")?.body == expected)
  }

  @Test("A missing value leaves the target as it was")
  func missing() throws {
    let compilation = try compile(
      "{a: old}", "{target: /a, value: $inputs.note}, {target: /b, value: $inputs.note}")
    #expect(compilation.errors == [])
    #expect(
      compilation.step("make")?.body == "{a: (inputs.note ?? 'old'), b: inputs.note}: json")
  }

  @Test("What is not known of the payload is replaced when the request is made")
  func later() throws {
    let whole = try compile(
      "$inputs.order", "{target: /a, value: 1}, {target: /b/c, value: $inputs.note}")
    #expect(whole.step("make")?.body == "inputs.order with /a=1, /b/c=inputs.note: json")
    let part = try compile(
      "{order: $inputs.order}",
      "{target: /order/a, value: 1}, {target: /order, value: $inputs.note}")
    #expect(
      part.step("make")?.body == "{order: inputs.order with /a=1, =inputs.note}: json")
  }

  @Test(
    "A JSONPath is replaced when the code is generated where it is one known place",
    arguments: [
      ("{a: {b: [1, 2]}}", "$.a.b[1]", "{a: {b: [1, 3]}}: json"),
      ("{a: $inputs.order}", "$.a.b", "{a: inputs.order} with .a.b=3: json"),
      ("{a: [1, 2]}", "$.a[*]", "{a: [1, 2]} with .a[*]=3: json"),
    ])
  func queries(payload: String, target: String, expected: String) throws {
    let compilation = try compile(
      payload, "{target: '\(target)', targetSelectorType: jsonpath, value: 3}")
    #expect(compilation.errors == [])
    #expect(compilation.step("make")?.body == expected)
  }

  @Test(
    "A place that is not there is refused",
    arguments: [
      ("{apple: 1}", "{target: /aple/b, value: 1}", "the payload has no 'aple'"),
      ("{a: [1]}", "{target: /a/5, value: 1}", "the payload has no element '5'"),
      ("{a: [1]}", "{target: /a/01, value: 1}", "the payload has no element '01'"),
      ("{a: text}", "{target: /a/b, value: 1}", "is a string, which has no member 'b'"),
      ("{a: $inputs.name}", "{target: /a/b, value: 1}", "is a string, which has no member 'b'"),
      ("{a: 1}", "{target: a, value: 1}", "'a' isn't a JSON Pointer"),
      ("{a: 1}", "{target: $.b, targetSelectorType: jsonpath, value: 1}", "the payload has no 'b'"),
      ("{a: 1}", "{target: '$[', targetSelectorType: jsonpath, value: 1}", "in the JSONPath: "),
      ("{a: 1}", "{target: /a, targetSelectorType: xpath, value: 1}", "found 'xpath'"),
    ])
  func refused(payload: String, replacement: String, message: String) throws {
    let compilation = try compile(payload, replacement)
    #expect(compilation.errors.count == 1)
    #expect(compilation.errors.first?.contains(message) == true, "\(compilation.errors)")
    #expect(compilation.errors.first?.hasPrefix("16:") == true)
  }
}
