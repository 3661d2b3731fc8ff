import ArazzoCompiler

/// The input types, from the innermost out.
struct InputWriter {
  let types: TypeWriter

  private var names: WorkflowNames { types.names }
  private var access: String { types.access }

  /// The inputs with the types in them.
  func layout() throws -> Layout {
    try layout(types.workflow.plan.inputs, name: "Inputs", isInner: false)
  }

  private func layout(_ plan: StructPlan, name: String, isInner: Bool) throws -> Layout {
    let nested = try plan.fields.compactMap(\.type.nominal).map(self.nested)
    let hasDefaults = plan.fields.contains { $0.defaultValue != nil }
    let keys = CodingKeys(pairs: plan.fields.map { (property($0, plan), $0.name) })
    let members = [
      initializer(plan, hasDefaults), hasDefaults ? decoder(plan) : nil,
      plan.hasRules ? RuleWriter(types: types).validation(of: plan) : nil,
      isInner ? jsonValue(plan) : nil, isInner && plan.holdsSecret ? isSecret() : nil,
      keys.layout(isForced: hasDefaults),
    ]
    return try types.templates.layout(
      "structure",
      [
        "documentation": documentation(plan.description, plan.path, "is made of"),
        "access": access, "name": name,
        "conformances":
          (isInner
          ? "Sendable, Hashable, Codable, JSONRepresentable" : "Sendable, Hashable, Decodable")
          + (plan.hasRules ? ", ValidatedInputs" : ""),
        "fields": plan.fields.map { field($0, plan) },
        "members": members.compactMap { $0 } + nested,
      ])
  }

  private func isSecret() -> Layout {
    .lines([
      "/// True: a secret is among the values.", .text(access + "var isSecret: Bool { true }"),
    ])
  }

  private func nested(_ type: NominalPlan) throws -> Layout {
    switch type {
    case .structure(let plan):
      return try layout(plan, name: names.inputs.type(at: plan.path), isInner: true)
    case .enumeration(let plan): return try enumeration(plan)
    }
  }

  private func enumeration(_ plan: EnumPlan) throws -> Layout {
    var seen: Set<String> = []
    let cases = plan.values.filter { seen.insert($0).inserted }.map { value -> [String: Any] in
      let name = names.inputs.enumCase(value, of: plan) ?? SwiftName.lower(value)
      let raw = name == value ? "" : " = " + SwiftLiteral.string(value)
      let shown = CommentText.oneLine(value)
      let text = shown.isEmpty ? "A blank text." : "The text `\(shown)`."
      return [
        "documentation": Layout.documentation(text),
        "name": ReservedNames.declared(name), "raw": raw,
      ]
    }
    return try types.templates.layout(
      "enumeration",
      [
        "documentation": documentation(plan.description, plan.path, "can be"),
        "access": access, "name": names.inputs.type(at: plan.path), "cases": cases,
      ])
  }

  /// - Parameter verb: What the type says of the input.
  private func documentation(
    _ text: String?, _ path: [String], _ verb: String
  ) -> Layout {
    if let text, !CommentText.lines(text).isEmpty { return .documentation(text) }
    let name = CommentText.oneLine(path.joined(separator: "."))
    let words =
      path.isEmpty ? "What the workflow needs from its caller." : "What `\(name)` \(verb)."
    return .documentation(words)
  }

  private func property(_ field: FieldPlan, _ plan: StructPlan) -> String {
    names.inputs.field(field.name, of: plan.path)
  }

  private func type(_ type: TypePlan) -> String {
    switch type {
    case .array(let element): "[" + self.type(element) + "]"
    case .dictionary(let value): "[String: " + self.type(value) + "]"
    case .nullable(let inner): "Nullable<" + self.type(inner) + ">"
    case .structure(let plan): names.inputs.type(at: plan.path)
    case .enumeration(let plan): names.inputs.type(at: plan.path)
    case .enclosing(let path): names.inputs.enclosingType(at: path)
    case .string, .integer, .unsigned, .number, .boolean, .secret, .data, .upload, .json,
      .declared, .timestamp, .uuid, .url:
      names.type(type, isOutside: false)
    }
  }

  private func field(_ field: FieldPlan, _ plan: StructPlan) -> [String: Any] {
    var text = field.description ?? ""
    if CommentText.lines(text).isEmpty { text = "The input `\(CommentText.oneLine(field.name))`." }
    if !field.notes.isEmpty {
      let notes = field.notes.map(CommentText.oneLine).joined(separator: "; ")
      text += "\n\n" + notes.prefix(1).uppercased() + notes.dropFirst() + "."
    }
    let value = types.isInitializerWritten || hasDecoder(plan) ? nil : defaultValue(field)
    return types.field(
      property(field, plan), type(field.type) + (field.isOptional ? "?" : ""),
      .documentation(text), initial: value)
  }

  private func hasDecoder(_ plan: StructPlan) -> Bool {
    plan.fields.contains { $0.defaultValue != nil }
  }

  private func defaultValue(_ field: FieldPlan) -> Layout? {
    field.defaultValue.map { DefaultValue(names: names).layout($0, field.type) }
  }

  private func initializer(_ plan: StructPlan, _ hasDefaults: Bool) -> Layout? {
    guard types.isInitializerWritten || hasDefaults else { return nil }
    let parameters = plan.fields.map { field in
      Initializer.Parameter(
        name: property(field, plan), type: type(field.type) + (field.isOptional ? "?" : ""),
        value: defaultValue(field) ?? (field.isOptional ? "nil" : nil))
    }
    return Initializer(parameters: parameters)
      .layout(access: access, summary: "Makes the inputs.")
  }

  /// `init(from:)`, which knows the default values.
  private func decoder(_ plan: StructPlan) -> Layout {
    let statements = plan.fields.map { field -> Layout in
      let name = property(field, plan)
      let target = ["container", "decoder"].contains(name) ? "self." + name : declared(name)
      let isPresent = !field.isOptional && field.defaultValue == nil
      let call = Layout.call(
        .text("try container." + (isPresent ? "decode" : "decodeIfPresent")),
        [.text(type(field.type) + ".self"), .labelled("forKey", .text("." + name))])
      guard let value = defaultValue(field) else { return [.text(target + " = "), call] }
      return .assignment(target, call, orElse: value)
    }
    let head = "let container = try decoder.container(keyedBy: CodingKeys.self)"
    let body = Layout.block(
      .text(access + "init(from decoder: any Decoder) throws {"), [.text(head)] + statements)
    return .lines(["/// Reads the inputs, with the defaults of what is left out.", body])
  }

  private func declared(_ name: String) -> String { ReservedNames.declared(name) }

  private func jsonValue(_ plan: StructPlan) -> Layout {
    let members = plan.fields.map { field -> (name: String, value: Layout) in
      let name = ReservedNames.declared(property(field, plan))
      let value = field.type == .json ? name : "JSONValue(\(name))"
      return (field.name, .text(value))
    }
    let body = Layout.block(.text(access + "var jsonValue: JSONValue {"), [.dictionary(members)])
    return .lines(["/// The part as JSON, under the document's names.", body])
  }
}

extension StructPlan {
  /// Whether a field, or one inside it, must not be shown.
  var holdsSecret: Bool { fields.contains { $0.type.holdsSecret } }
}

extension TypePlan {
  fileprivate var holdsSecret: Bool {
    switch self {
    case .secret: true
    case .array(let element), .dictionary(let element), .nullable(let element):
      element.holdsSecret
    case .structure(let plan): plan.holdsSecret
    default: false
    }
  }
}
