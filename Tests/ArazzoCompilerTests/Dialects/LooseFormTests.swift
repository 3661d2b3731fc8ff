import ArazzoDocuments
import Testing

@testable import ArazzoCompiler

@Suite("What is plainly meant (rule P18)")
struct LooseFormTests {
  @Test(
    "P18: each is read as what it means, with the text that mends it",
    arguments: [
      (
        Dialect.p18BarePointer, "outputs: {a: $response.body/address/city}", "13:22",
        "write $response.body#/address/city"
      ),
      (
        .p18BarePointer, "successCriteria: [{condition: $response.body/id == 'a'}]", "13:39",
        "write $response.body#/id == 'a'"
      ),
      (
        .p18CaseFlag,
        "successCriteria: [{context: $response.body#/id, type: regex, condition: '(?i)a|b'}]",
        "13:81",
        "write '(?i:a|b)'"
      ),
      (
        .p18IgnoredContext,
        "successCriteria: [{context: $response.body, condition: $response.body#/id == 'a'}]",
        "13:37",
        "remove 'context'"
      ),
    ])
  func p18_looseForms(dialect: Dialect, fields: String, place: String, help: String) throws {
    let step = try Dialected(fields).compile(dialect, uses: 1, at: place)
    #expect(step.id == "use")
    let compilation = try Compilation(
      "steps:\n  - stepId: use\n    operationId: listParcels\n    \(fields)")
    #expect(compilation.suggestions.contains(help), "\(compilation.suggestions)")
  }

  @Test("P18: one expression that is text is the encoded form")
  func p18_textAsForm() throws {
    let step = try Dialected(
      "requestBody: {payload: $inputs.name}", operation: "operationId: buyStamps"
    ).compile(.p18FormText, uses: 1, at: "13:32")
    guard case .content? = step.operation?.body?.format else {
      Issue.record("the payload is no content")
      return
    }
    #expect(step.operation?.body?.contentType == "application/x-www-form-urlencoded")
  }

  @Test("D5: a parameter whose $ref leads nowhere is sent as written, a body's is an error")
  func d5_brokenReferences() throws {
    func compile(_ operation: String, _ fields: String) throws -> Compilation {
      let api = """
        openapi: 3.1.0
        info: {title: Boxes, version: 1.0.0}
        paths:
          /boxes:
            post:
              operationId: add
              \(operation)
              responses: {}
        components: {parameters: {Round: {$ref: '#/components/parameters/Round'}}}
        """
      return try Compilation(
        "steps:\n  - stepId: a\n    operationId: add\n    \(fields)", beside: ["parcels.yml": api])
    }
    let set = "parameters: [{name: size, in: query, value: 1}]"
    for reference in ["Lost", "Round"] {
      let parameter = try compile(
        "parameters: [{$ref: '#/components/parameters/\(reference)'}]", set)
      #expect(parameter.errors == [])
      #expect(parameter.warnings.count == 2, "\(parameter.lines)")
      #expect(parameter.step("a")?.parameters == ["size=1: integer"])
    }
    let body = try compile(
      "requestBody: {$ref: '#/components/requestBodies/Lost'}", "requestBody: {payload: {a: 1}}")
    #expect(body.errors.count == 1)
  }
}
