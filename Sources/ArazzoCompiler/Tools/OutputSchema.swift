/// The JSON Schema of how a workflow ends, as its outcome is encoded.
struct OutputSchema {
  private let document: DocumentPlan
  private var definitions = SchemaDefinitions()
  private let error: String
  private var declared: [DeclarationID: String] = [:]
  private var results: [String: String] = [:]
  private var outcomes: [String: String] = [:]
  private(set) var schema: LiteralPlan = .object([])

  init(of workflow: WorkflowPlan, in document: DocumentPlan) {
    self.document = document
    error = definitions.name("error")
    definitions.define(error, as: Self.errorSchema)
    let unhandled = LiteralPlan.object([]).with(
      "description", .string("An error that no ending handles.")
    ).with("properties", .object([.init(name: "error", value: SchemaDefinitions.reference(error))]))
      .with("required", .strings(["error"]))
    let endings = endings(of: workflow) + [unhandled]
    let root = LiteralPlan.schema("object").with("anyOf", .array(endings))
    schema = definitions.added(to: root)
  }

  private static let errorSchema: LiteralPlan = {
    let texts = ["code", "message", "step"].map {
      LiteralPlan.Member(name: $0, value: .schema("string"))
    }
    let status = LiteralPlan.Member(name: "statusCode", value: .schema("integer"))
    return .schema("object").with("properties", .object(texts + [status]))
      .with("required", .strings(["code", "message"]))
  }()

  // MARK: endings

  /// A schema for all endings with the same outputs.
  private mutating func endings(of workflow: WorkflowPlan) -> [LiteralPlan] {
    var groups: [[EndingPlan]] = []
    for ending in workflow.possibleEndings {
      let place = groups.firstIndex { group in
        group[0].isFailure == ending.isFailure && group[0].workflow == ending.workflow
          && workflow.result(at: group[0]) == workflow.result(at: ending)
      }
      if let place { groups[place].append(ending) } else { groups.append([ending]) }
    }
    return groups.map { schema(of: $0, of: workflow) }
  }

  private mutating func schema(of endings: [EndingPlan], of workflow: WorkflowPlan) -> LiteralPlan {
    var names: [String] = []
    for name in endings.map(\.name) where !names.contains(name) { names.append(name) }
    let ending: LiteralPlan =
      names.count == 1
      ? .object([.init(name: "const", value: .string(names[0]))])
      : .schema("string").with("enum", .strings(names))
    var properties = [LiteralPlan.Member(name: "ending", value: ending)]
    var required = ["ending"]
    if let other = endings[0].workflow.flatMap({ document.workflowsByID[$0] }) {
      properties.append(.init(name: "continued", value: result(of: other)))
      required.append("continued")
    } else if let result = workflow.result(at: endings[0]) {
      properties.append(.init(name: "outputs", value: outputs(result, of: workflow)))
      required.append("outputs")
    }
    if endings[0].isFailure {
      let isTrue = LiteralPlan.object([.init(name: "const", value: .bool(true))])
      properties.append(.init(name: "failed", value: isTrue))
      properties.append(.init(name: "error", value: SchemaDefinitions.reference(error)))
      required += ["failed"]
    }
    return .object([]).with("properties", .object(properties)).with("required", .strings(required))
  }

  /// What another workflow gives back in which this one continues.
  private mutating func result(of other: WorkflowPlan) -> LiteralPlan {
    guard other.returnsOutcome else {
      return other.results.all.first.map { outputs($0, of: other) } ?? .schema("object")
    }
    if let name = outcomes[other.id] { return SchemaDefinitions.reference(name) }
    let name = definitions.name(other.name)
    outcomes[other.id] = name
    let endings = endings(of: other)
    definitions.define(name, as: .schema("object").with("anyOf", .array(endings)))
    return SchemaDefinitions.reference(name)
  }

  // MARK: outputs

  private mutating func outputs(_ result: ResultPlan, of workflow: WorkflowPlan) -> LiteralPlan {
    let key = "\(workflow.id)/\(result.number)"
    if let name = results[key] { return SchemaDefinitions.reference(name) }
    let name = definitions.name("outputs")
    results[key] = name
    let properties = result.outputs.map { output in
      LiteralPlan.Member(name: output.name, value: schema(output.type))
    }
    let required = result.outputs.filter { !$0.isOptional }.map(\.name)
    definitions.define(
      name,
      as: .schema("object").with("properties", .object(properties))
        .with("required", required.isEmpty ? nil : .strings(required)))
    return SchemaDefinitions.reference(name)
  }

  private mutating func schema(_ type: TypePlan) -> LiteralPlan {
    switch type {
    case .nullable(let inner): return schema(inner).orNull
    case .array(let element): return .schema("array").with("items", schema(element))
    case .dictionary(let value):
      return .schema("object").with("additionalProperties", schema(value))
    case .structure(let plan): return structure(plan)
    case .enumeration(let plan): return .schema("string").with("enum", .strings(plan.values))
    case .secret: return .schema("string").with("const", .string("<secret>"))
    case .uuid: return .schema("string").with("format", .string("uuid"))
    case .declared(let id): return declaration(id)
    // An enclosing structure of the inputs: any object.
    case .enclosing: return .schema("object")
    default: return .scalar(type)
    }
  }

  /// An input that is passed on as an output.
  private mutating func structure(_ plan: StructPlan) -> LiteralPlan {
    let properties = plan.fields.map { field in
      LiteralPlan.Member(name: field.name, value: schema(field.type))
    }
    let required = plan.fields.filter { !$0.isOptional }.map(\.name)
    return .schema("object").with("properties", .object(properties))
      .with("required", required.isEmpty ? nil : .strings(required))
  }

  private mutating func declaration(_ id: DeclarationID) -> LiteralPlan {
    if let name = declared[id] { return SchemaDefinitions.reference(name) }
    guard let plan = document.types.first(where: { $0.id == id }) else { return .object([]) }
    let name = definitions.name(plan.name)
    declared[id] = name
    let text = plan.description.flatMap(ReadableText.text).map { LiteralPlan.string($0) }
    let schema = form(plan.form).with("description", text)
    definitions.define(name, as: schema)
    return SchemaDefinitions.reference(name)
  }

  /// Any member of a response may be missing, a text may be another one, and a value may be of none
  /// of the alternatives.
  private mutating func form(_ form: DeclarationPlan.Form) -> LiteralPlan {
    switch form {
    case .object(let members):
      let properties = members.map { member in
        let type = schema(member.type)
        let text = member.description.flatMap(ReadableText.text).map { LiteralPlan.string($0) }
        return LiteralPlan.Member(
          name: member.name,
          value: (member.admitsNull ? type.orNull : type).with("description", text))
      }
      return .schema("object").with("properties", .object(properties))
    case .openEnumeration(let values):
      let known = LiteralPlan.object([.init(name: "enum", value: .strings(values))])
      return .schema("string").with("anyOf", .array([known, .object([])]))
    case .union(let alternatives):
      let schemas = alternatives.map { schema($0.type) }
      return .object([.init(name: "anyOf", value: .array(schemas + [.object([])]))])
    }
  }
}
