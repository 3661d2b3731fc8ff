import Testing

@testable import ArazzoCompiler

@Suite("Inputs: what is checked besides their types")
struct InputConstraintTests {
  private func field(_ schema: String) throws -> (field: FieldPlan?, warnings: [String]) {
    let compilation = try Compilation(
      """
      inputs: {type: object, required: [field], properties: {field: \(schema)}}
      steps: [{stepId: list, operationId: listParcels}]
      """)
    return (compilation.workflow?.inputs.fields.first, compilation.warnings)
  }

  @Test(
    "Each keyword is a rule for the kind that it is about",
    arguments: [
      ("{type: string, minLength: 1, maxLength: 5}", [.minLength(1), .maxLength(5)]),
      ("{type: string, minLength: 0}", []),
      ("{type: integer, minimum: 1, maxLength: 5}", [.minimum("1")]),
      ("{type: number, minimum: 1, exclusiveMinimum: true}", [.above("1")]),
      ("{type: number, exclusiveMaximum: 2.5}", [.below("2.5")]),
      ("{type: integer, format: int32, multipleOf: 2}", [.multipleOf("2"), .int32]),
      (
        "{type: array, minItems: 1, items: {type: string, maxLength: 3}}",
        [.minItems(1), .each([.maxLength(3)])]
      ),
      ("{type: integer, enum: [1, 2]}", [.oneOf([.number("1"), .number("2")])]),
      ("{type: string, enum: [a, b]}", []),
      ("{type: string, format: date}", [.date]),
      ("{allOf: [{type: string, maxLength: 3}, {minLength: 2}]}", [.minLength(2), .maxLength(3)]),
    ] as [(String, [RulePlan])])
  func rules(schema: String, expected: [RulePlan]) throws {
    #expect(try field(schema).field?.rules == expected)
  }

  @Test(
    "A format is a type where Swift has one",
    arguments: [
      ("date-time", TypePlan.timestamp), ("uuid", .uuid), ("uri", .url), ("byte", .data),
      ("binary", .upload), ("password", .secret), ("date", .string), ("email", .string),
    ])
  func formats(format: String, type: TypePlan) throws {
    #expect(try field("{type: string, format: \(format)}").field?.type == type)
    #expect(try field("{type: string, default: x, format: \(format)}").warnings.count <= 1)
  }

  @Test("A pattern that can't be matched in bounded time is a warning and is not checked")
  func patterns() throws {
    let (field, warnings) = try field(#"{type: string, pattern: '(a)\1'}"#)
    #expect(field?.rules == [])
    #expect(warnings.count == 1)
    #expect(warnings.first?.contains("the pattern is not checked: back references") == true)
  }

  @Test("What is required and can be null is null or a value, and never missing")
  func nullable() throws {
    #expect(try field("{type: [string, 'null']}").field?.sketch == "field: string|null")
    #expect(try field("{type: string}").field?.sketch == "field: string")
  }
}
