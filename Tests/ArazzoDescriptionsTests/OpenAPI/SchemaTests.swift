import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Schemas")
struct SchemaTests {
  @Test(
    "Types and null, in the spellings of 3.0 and 3.1",
    arguments: [
      ("{type: string}", "string", false), ("{type: string, nullable: true}", "string", true),
      ("{type: [integer, 'null']}", "integer", true),
      ("{type: [string, integer]}", "integer|string", false),
      ("{properties: {a: {}}}", "object", false), ("{items: {}}", "array", false),
      ("{enum: [a, b, null]}", "string", true), ("{const: 1}", "integer", false),
      ("{anyOf: [{type: string}, {type: 'null'}]}", "string", true),
      ("{oneOf: [{type: number}, {enum: [null]}]}", "number", true),
      ("{allOf: [{type: number}, {type: integer}]}", "integer", false),
      ("{allOf: [{$ref: '#/components/schemas/Other'}], nullable: true}", "object", true),
      ("{$ref: '#/components/schemas/Other'}", "object", false),
      ("{}", "", false),
    ])
  func kinds(text: String, kinds: String, null: Bool) throws {
    let schema = try schema("    Subject: \(text)\n    Other: {type: object}\n")
    #expect(schema.kinds.map(\.rawValue).sorted().joined(separator: "|") == kinds)
    #expect(schema.admitsNull == null)
    #expect(schema.alternatives.isEmpty)
  }

  @Test("'allOf' merges properties and what is required")
  func allOf() throws {
    let subject = try schema(
      """
          Subject:
            allOf:
              - {$ref: '#/components/schemas/Base'}
              - {type: object, required: [b], properties: {b: {type: string}, a: {enum: [x]}}}
            description: both
          Base: {required: [a], properties: {a: {type: string}, c: {}}}
      """)
    #expect(subject.properties.map(\.name.value) == ["a", "c", "b"])
    #expect(subject.properties.map(\.isRequired) == [true, false, true])
    #expect(subject.properties.first?.schema.kinds == [.string])
    #expect(subject.properties.first?.schema.enumValues?.map(\.string) == ["x"])
    #expect(subject.description == "both")
  }

  @Test("Several alternatives stay alternatives, null left out")
  func alternatives() throws {
    let subject = try schema(
      "    Subject: {oneOf: [{type: string}, {type: integer}, {type: 'null'}]}\n")
    #expect(subject.alternatives.map(\.kinds) == [[.string], [.integer]])
    #expect(subject.admitsNull)
    #expect(subject.kinds.isEmpty)
  }

  @Test("Fields beside '$ref' hold as well")
  func siblings() throws {
    let subject = try schema(
      """
          Subject: {$ref: '#/components/schemas/Other', description: mine, default: 1}
          Other: {type: integer, description: other}
      """, version: "3.1.0")
    #expect(subject.kinds == [.integer])
    #expect(subject.description == "mine")
    #expect(subject.defaultValue?.number == "1")
  }

  @Test("Additional properties: a schema, anything, nothing")
  func additionalProperties() throws {
    let typed = try schema("    Subject: {additionalProperties: {type: string}}\n")
    #expect(typed.additionalProperties?.kinds == [.string])
    let open = try schema("    Subject: {additionalProperties: {}}\n")
    #expect(open.additionalProperties?.kinds == nil && open.additionalPropertiesAllowed)
    let closed = try schema("    Subject: {additionalProperties: false}\n")
    #expect(closed.additionalProperties?.kinds == nil && !closed.additionalPropertiesAllowed)
  }

  @Test("A broken reference is known and does not stop the reading")
  func brokenReference() throws {
    let subject = try schema(
      """
          Subject: {properties: {a: {$ref: '#/components/schemas/Lots'}, b: {type: string}}}
          Lost: {}
      """)
    #expect(subject.brokenReference?.line == nil)
    let broken = try #require(subject.properties.first?.schema)
    #expect(
      broken.brokenReference?.line
        == "5:38: error: '$ref' can't be resolved: there is no '#/components/schemas/Lots'")
    #expect(broken.brokenReference?.suggestion == "did you mean 'Lost'?")
    #expect(broken.kinds.isEmpty)
  }

  @Test("A schema that is made of itself ends")
  func circles() throws {
    let subject = try schema(
      """
          Subject: {allOf: [{$ref: '#/components/schemas/Subject'}, {$ref: '#/components/schemas/B'}]}
          B: {anyOf: [{$ref: '#/components/schemas/Subject'}, {$ref: '#/components/schemas/B'}]}
      """)
    #expect(subject.kinds.isEmpty && subject.properties.isEmpty)
    #expect(subject.find("a", "b") == "undescribed")
  }
}
