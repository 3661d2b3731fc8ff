import Testing

@testable import ArazzoCompiler

@Suite("Selector Objects of type xpath (Arazzo 1.1)")
struct XPathSelectorTests {
  private func output(_ selector: String, context: String = "$response.body") throws -> Compilation
  {
    try Compilation(
      """
      inputs: {type: object, properties: {id: {type: integer}}}
      steps:
        - stepId: get
          operationId: getParcel
          parameters:
            - {name: parcelId, in: path, value: p}
            - {name: view, in: query, value: v}
          outputs: {found: {context: \(context), type: xpath, selector: "\(selector)"}}
      outputs: {found: $steps.get.outputs.found}
      """)
  }

  @Test("An output is the string value, which may be missing, with values in the expression (C6)")
  func selectors() throws {
    let compilation = try output("/a[@id = {$inputs.id}]/b")
    #expect(compilation.errors == [])
    #expect(
      compilation.step("get")?.kept == [
        "get.found: string? = xpath /a[@id = {$inputs.id}]/b on body with inputs.id: string?"
      ])
  }

  @Test(
    "A selector that 1.0 can't read is an error at its place (C7)",
    arguments: [
      ("/a[", "14:77: error: in the selector: a value is missing at the end"),
      ("exists(a)", "14:74: error: in the selector: the function 'exists' needs XPath 2.0"),
    ])
  func mistakes(selector: String, message: String) throws {
    let errors = try output(selector).errors
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix(message) == true, "\(errors)")
  }
}
