import ArazzoRuntime
import Testing

@testable import ArazzoMCP

@Suite("Schemas of results")
struct OutputSchemaTests {
  private static let secret: JSONValue = ["type": "string", "const": "<secret>"]

  /// A condition of conditions, as a server describes it with a discriminated `oneOf`.
  private static let condition: JSONValue = [
    "$ref": "#/$defs/Condition",
    "$defs": [
      "Condition": ["anyOf": [["$ref": "#/$defs/And"], ["$ref": "#/$defs/Or"], [:]]],
      "And": [
        "type": "object",
        "properties": [
          "parts": ["type": "array", "items": ["$ref": "#/$defs/Condition"]], "password": secret,
        ],
      ],
      "Or": [
        "type": "object",
        "properties": [
          "parts": ["type": "array", "items": ["$ref": "#/$defs/Condition"]],
          "other": ["$ref": "#/$defs/Condition"], "pin": secret,
        ],
      ],
    ],
  ]

  @Test(
    "take no longer where alternatives hold each other many levels deep", .timeLimit(.minutes(5)))
  func recursion() {
    let schema = MCPOutputSchema(Self.condition)
    func nested(_ password: JSONValue, _ pin: JSONValue) -> JSONValue {
      (0..<40).reduce(["password": password]) { inner, level in
        level.isMultiple(of: 2)
          ? ["parts": [inner, 1]] : ["other": inner, "pin": pin]
      }
    }
    let value = nested("p4ssw0rd", "1234")
    #expect(schema.redacted(value) == nested("<secret>", "<secret>"))
    #expect(schema.conforming(value) == value)
  }

  @Test(
    "tell endings apart before they look at what a workflow continued with",
    .timeLimit(.minutes(5)))
  func endings() {
    func ending(_ name: JSONValue) -> JSONValue {
      [
        "properties": [
          "ending": ["const": name], "continued": ["$ref": "#/$defs/flow"],
          "outputs": ["type": "object", "properties": ["id": ["type": "integer"]]],
        ],
        "required": ["ending"],
      ]
    }
    let endings: JSONValue = [
      "type": "object", "anyOf": [ending("stopped"), ending("again"), ending("done")],
    ]
    let schema = MCPOutputSchema(["$ref": "#/$defs/flow", "$defs": ["flow": endings]])
    func nested(_ outputs: JSONValue) -> JSONValue {
      (0..<40).reduce(["ending": "done", "outputs": outputs]) { inner, _ in
        ["continued": inner, "ending": "again"]
      }
    }
    #expect(schema.conforming(nested(["id": "x", "a": 1])) == nested(["a": 1]))
  }

  @Test(
    "leave out what a generated keyword excludes",
    arguments: [
      (["type": ["integer", "null"]], "x", [3, .null]),
      (["type": "integer", "minimum": 0], -1, [0, 7]),
      (["type": "string", "enum": ["a", "b"]], "c", ["a"]),
      (["type": "string", "format": "uuid"], 1, ["any text"]),
    ] as [(JSONValue, JSONValue, [JSONValue])])
  func keywords(schema: JSONValue, wrong: JSONValue, right: [JSONValue]) {
    let schema = MCPOutputSchema(["type": "object", "properties": ["a": schema]])
    #expect(schema.conforming(["a": wrong]) == [:])
    for value in right { #expect(schema.conforming(["a": value]) == ["a": value]) }
  }
}
