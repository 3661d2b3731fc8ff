/// The JSON Schema of a workflow's inputs without secrets, from the types that the generated code
/// decodes.
struct InputSchema {
  private(set) var secrets: [ToolPlan.Secret] = []
  private var properties: [LiteralPlan.Member] = []
  private var required: [String] = []
  private var definitions = SchemaDefinitions()
  /// The structures that another one inside them refers to, by their paths in the workflow.
  private var references: [[String]: String] = [:]

  init(_ inputs: StructPlan, of workflow: String) {
    (properties, required) = members(inputs, inputs, workflow)
  }

  /// Adds the inputs of a workflow that runs first.
  ///
  /// - Returns: The name of the argument that holds them.
  mutating func add(_ other: WorkflowPlan) -> String {
    references = [:]
    var name = other.name
    while properties.contains(where: { $0.name == name })
      || secrets.contains(where: { $0.path == [name] })
    {
      name += "Inputs"
    }
    let object = object(other.inputs, other.inputs, other.id)
      .with("additionalProperties", .bool(false))
    let text = LiteralPlan.string("The inputs of '\(other.name)', which runs first.")
    properties.append(.init(name: name, value: object.with("description", text)))
    let needsSecret = secrets.contains {
      $0.workflow == other.id && $0.path.count == 1 && $0.isRequired
    }
    if needsSecret || !object.names(of: "required").isEmpty { required.append(name) }
    return name
  }

  var schema: LiteralPlan {
    var members: [LiteralPlan.Member] = [.init(name: "type", value: .string("object"))]
    if !properties.isEmpty { members.append(.init(name: "properties", value: .object(properties))) }
    if !required.isEmpty { members.append(.init(name: "required", value: .strings(required))) }
    members.append(.init(name: "additionalProperties", value: .bool(false)))
    return definitions.added(to: .object(members))
  }

  // MARK: objects

  private mutating func object(
    _ plan: StructPlan, _ inputs: StructPlan, _ workflow: String
  ) -> LiteralPlan {
    let (properties, required) = members(plan, inputs, workflow)
    return .schema("object").with("properties", .object(properties))
      .with("required", required.isEmpty ? nil : .strings(required))
  }

  private mutating func members(
    _ plan: StructPlan, _ inputs: StructPlan, _ workflow: String
  ) -> (properties: [LiteralPlan.Member], required: [String]) {
    var properties: [LiteralPlan.Member] = []
    var required: [String] = []
    for field in plan.fields {
      let isRequired = !field.isOptional && field.defaultValue == nil
      let type = field.type.withoutNull
      let isPlain: Bool = if case .structure = type { true } else { false }
      if !isPlain, type.holdsSecret {
        secrets.append(
          ToolPlan.Secret(
            workflow: workflow, path: plan.path + [field.name], isRequired: isRequired,
            isJSON: type != .secret))
        continue
      }
      properties.append(.init(name: field.name, value: schema(field, inputs, workflow)))
      if isRequired { required.append(field.name) }
    }
    return (properties, required)
  }

  private mutating func schema(
    _ field: FieldPlan, _ inputs: StructPlan, _ workflow: String
  ) -> LiteralPlan {
    var schema = schema(field.type.withoutNull, inputs, workflow)
    if let format = field.format, !schema.has("format"), !schema.has("contentEncoding") {
      schema = schema.with("format", .string(format))
    }
    if let kinds = field.kinds { schema = schema.admitting(kinds) }
    for rule in field.rules { schema = rule.adding(to: schema) }
    if field.type.isNullable { schema = schema.orNull }
    return schema.with(
      "description", field.description.flatMap(ReadableText.text).map { .string($0) }
    )
    .with("default", field.defaultValue)
  }

  private mutating func schema(
    _ type: TypePlan, _ inputs: StructPlan, _ workflow: String
  ) -> LiteralPlan {
    switch type {
    case .nullable(let inner): return schema(inner, inputs, workflow).orNull
    case .array(let element):
      return .schema("array").with("items", schema(element, inputs, workflow))
    case .dictionary(let value):
      return .schema("object").with("additionalProperties", schema(value, inputs, workflow))
    case .structure(let plan): return structure(plan, inputs, workflow)
    case .enumeration(let plan): return .schema("string").with("enum", .strings(plan.values))
    case .enclosing(let path): return SchemaDefinitions.reference(definition(path))
    case .timestamp: return .schema("string").with("format", .string("date-time"))
    case .uuid: return .schema("string").with("format", .string("uuid"))
    case .url: return .schema("string").with("format", .string("uri"))
    default: return .scalar(type)
    }
  }

  /// An object in its place, or a reference to its definition if another one inside it refers to it.
  private mutating func structure(
    _ plan: StructPlan, _ inputs: StructPlan, _ workflow: String
  ) -> LiteralPlan {
    guard TypePlan.structure(inputs).refersBack(to: plan.path) else {
      return object(plan, inputs, workflow)
    }
    let name = definition(plan.path)
    let definition = object(plan, inputs, workflow)
    definitions.define(name, as: definition)
    return SchemaDefinitions.reference(name)
  }

  /// The name of the definition of a structure.
  private mutating func definition(_ path: [String]) -> String {
    let name = references[path] ?? definitions.name(path.joined(separator: "."))
    references[path] = name
    return name
  }
}

extension RulePlan {
  /// The schema with the keyword of the rule.
  fileprivate func adding(to schema: LiteralPlan) -> LiteralPlan {
    switch self {
    case .minLength(let count): schema.with("minLength", .number(String(count)))
    case .maxLength(let count): schema.with("maxLength", .number(String(count)))
    case .pattern(_, let text): schema.with("pattern", .string(text))
    case .minimum(let digits): schema.with("minimum", .number(digits))
    case .maximum(let digits): schema.with("maximum", .number(digits))
    case .above(let digits): schema.with("exclusiveMinimum", .number(digits))
    case .below(let digits): schema.with("exclusiveMaximum", .number(digits))
    case .multipleOf(let digits): schema.with("multipleOf", .number(digits))
    case .int32:
      schema.with("minimum", schema.member("minimum") ?? .number("-2147483648"))
        .with("maximum", schema.member("maximum") ?? .number("2147483647"))
    case .minItems(let count): schema.with("minItems", .number(String(count)))
    case .maxItems(let count): schema.with("maxItems", .number(String(count)))
    case .uniqueItems: schema.with("uniqueItems", .bool(true))
    case .each(let rules):
      schema.with(
        "items", rules.reduce(schema.member("items") ?? .object([])) { $1.adding(to: $0) })
    case .oneOf(let values): schema.with("enum", .array(values))
    case .date: schema.with("format", .string("date"))
    case .dateTime: schema.with("format", .string("date-time"))
    }
  }
}

extension TypePlan {
  /// Whether a type inside refers to the structure with a path.
  fileprivate func refersBack(to path: [String]) -> Bool {
    switch self {
    case .enclosing(path): true
    case .array(let inner), .dictionary(let inner), .nullable(let inner):
      inner.refersBack(to: path)
    case .structure(let plan): plan.fields.contains { $0.type.refersBack(to: path) }
    default: false
    }
  }

  /// Whether it is a secret or has one inside.
  package var holdsSecret: Bool {
    switch self {
    case .secret: true
    case .array(let element), .dictionary(let element), .nullable(let element):
      element.holdsSecret
    case .structure(let plan): plan.holdsSecret
    default: false
    }
  }
}

extension StructPlan {
  /// Whether a field, or one inside it, must not be shown.
  package var holdsSecret: Bool { fields.contains { $0.type.holdsSecret } }
}
