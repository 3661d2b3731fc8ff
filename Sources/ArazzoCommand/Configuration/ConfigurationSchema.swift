/// The JSON Schema of `arazzo-gen.yaml`, for completion and validation in editors.
enum ConfigurationSchema {
  /// The schema as it is published.
  static var text: String {
    let document = object(ConfigurationKey.all).adding([
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "arazzo-gen.yaml",
      "description":
        "The configuration of arazzo-gen: its documents and how their code is generated.",
    ])
    return document.text + "\n"
  }

  private static func object(
    _ keys: [ConfigurationKey], required: [String] = []
  ) -> JSONTree {
    let properties = keys.map {
      ($0.name, schema($0.kind).adding(["description": .string($0.summary)]))
    }
    let object: JSONTree = [
      "type": "object", "additionalProperties": false,
      "properties": .object(Dictionary(properties, uniquingKeysWith: { first, _ in first })),
    ]
    return required.isEmpty
      ? object : object.adding(["required": .array(required.map(JSONTree.string))])
  }

  private static func schema(_ kind: ConfigurationKey.Kind) -> JSONTree {
    switch kind {
    case .flag: ["type": "boolean"]
    case .text(_, let rule): schema(rule)
    case .texts(_, let rule): ["type": "array", "items": schema(rule)]
    case .names: ["type": "array", "items": ["type": "string"]]
    case .number(_, let rule): schema(rule)
    case .choices(_, let rule): ["type": "object", "additionalProperties": schema(rule)]
    case .object(let keys): object(keys)
    case .documents: ["type": "array", "items": document]
    }
  }

  private static var document: JSONTree {
    let path = ConfigurationKey(
      name: "path", summary: "The Arazzo description.", kind: .text(\.output, .path))
    let keys = [path] + ConfigurationKey.all.filter(\.isForOneDocument)
    return ["anyOf": [schema(TextRule.path), object(keys, required: ["path"])]]
  }

  private static func schema(_ rule: TextRule) -> JSONTree {
    if case .oneOf(let values) = rule { return ["enum": .array(values.map(JSONTree.string))] }
    guard let pattern = rule.pattern else { return ["type": "string"] }
    return ["type": "string", "pattern": .string(pattern)]
  }

  private static func schema(_ rule: NumberRule) -> JSONTree {
    var members: [String: JSONTree] = [
      "type": rule.isWhole ? "integer" : "number", "minimum": .number(rule.minimum),
    ]
    members["maximum"] = rule.maximum.map(JSONTree.number)
    return .object(members)
  }
}
