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
    let hasDefaults = plan.fields.contains { $0.defaultValue != nil }
    let conformances =
      (isInner
        ? "Sendable, Hashable, Codable, JSONRepresentable"
        // Inputs with secrets are read and never written.
        : "Sendable, Hashable, " + (plan.holdsSecret ? "Decodable" : "Codable"))
      + (plan.hasRules ? ", ValidatedInputs" : "")
    let structure = StructureContext(
      name: name, documentation: plan.description ?? "",
      conformances: conformances,
      fields: plan.fields.map { field($0, plan, hasInitializer: hasDefaults) },
      hasInitializer: types.isInitializerWritten || hasDefaults,
      decoding: hasDefaults ? plan.fields.map { decoding($0, plan) } : [],
      checks: plan.hasRules ? RuleWriter(types: types).checks(of: plan) : nil,
      json: isInner ? json(plan) : nil, isSecret: isInner && plan.holdsSecret,
      nested: try plan.fields.compactMap(\.type.nominal).map(nested))
    return try types.templates.layout("structure", structure.values(access: access))
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
      return [
        "name": ReservedNames.declared(name),
        "raw": name == value ? [] : [SwiftLiteral.string(value)],
      ]
    }
    let text = plan.description ?? ""
    return try types.templates.layout(
      "enumeration",
      [
        "documentation": ReadableText.lines(text).isEmpty ? [] : [Layout.documentation(text)],
        "access": access,
        "name": names.inputs.type(at: plan.path), "cases": cases,
      ])
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

  private func field(
    _ field: FieldPlan, _ plan: StructPlan, hasInitializer: Bool
  ) -> StructureContext.Field {
    var text = field.description ?? ""
    if !field.notes.isEmpty {
      let sentence = field.notes.map(ReadableText.oneLine)
        .map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }.joined(separator: " ")
      text += ReadableText.lines(text).isEmpty ? sentence : "\n\n" + sentence
    }
    let value = defaultValue(field)
    return StructureContext.Field(
      name: property(field, plan), wireName: field.name,
      type: .text(type(field.type) + (field.isOptional ? "?" : "")), documentation: text,
      value: value ?? (field.isOptional ? "nil" : nil),
      initial: types.isInitializerWritten || hasInitializer ? nil : value)
  }

  private func defaultValue(_ field: FieldPlan) -> Layout? {
    field.defaultValue.map { DefaultValue(names: names).layout($0, field.type) }
  }

  /// The statement of `init(from:)` that reads a field.
  private func decoding(_ field: FieldPlan, _ plan: StructPlan) -> Layout {
    let name = property(field, plan)
    let isHidden = ["container", "decoder"].contains(name)
    let target = isHidden ? "self." + name : ReservedNames.declared(name)
    let isPresent = !field.isOptional && field.defaultValue == nil
    let call = Layout.call(
      .text("try container." + (isPresent ? "decode" : "decodeIfPresent")),
      [.text(type(field.type) + ".self"), .labelled("forKey", .text("." + name))])
    guard let value = defaultValue(field) else { return [.text(target + " = "), call] }
    return .assignment(target, call, orElse: value)
  }

  private func json(_ plan: StructPlan) -> Layout {
    .dictionary(
      plan.fields.map { field in
        let name = ReservedNames.declared(property(field, plan))
        return (field.name, .text(field.type == .json ? name : "JSONValue(\(name))"))
      })
  }
}
