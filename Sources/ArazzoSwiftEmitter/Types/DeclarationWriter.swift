import ArazzoCompiler

/// The types of response values, those of a workflow or those that stand beside all workflows.
struct DeclarationWriter {
  let declarations: [DeclarationPlan]
  let document: DocumentNames
  /// The workflow inside whose type they stand; `nil` for none.
  let workflow: String?
  let access: String
  let templates: TemplateSet

  private var names: DeclarationNames { document.declarations }

  /// Each type that stands in no other.
  func all() throws -> [Layout] {
    try declarations.filter { $0.parent == nil }.map { try layout($0, depth: 1) }
  }

  /// - Parameter depth: In how many types it stands, the outermost enum among them.
  private func layout(_ declaration: DeclarationPlan, depth: Int) throws -> Layout {
    var context: [String: Any] = [
      "access": access, "name": names.path(of: declaration.id).last ?? "",
      "documentation": documentation(declaration), "initializer": access.isEmpty ? [] : [access],
      "nested": try nested(declaration, depth: depth),
    ]
    switch declaration.form {
    case .object(let members):
      context["hasMembers"] = !members.isEmpty
      context["members"] = members.map { member($0, of: declaration) }
      return try templates.layout("view", context)
    case .openEnumeration(let values):
      context["cases"] = values.map { value -> [String: Any] in
        let name = names.member(value, of: declaration.id)
        return [
          "name": name, "declared": ReservedNames.declared(name),
          "literal": SwiftLiteral.string(value),
        ]
      }
      return try templates.layout("open-enumeration", context)
    case .union(let alternatives):
      context["isIndirect"] = alternatives.contains { $0.type.isUnion }
      context["cases"] = alternatives.map { alternative($0, of: declaration) }
      return try templates.layout("alternatives", context)
    }
  }

  private func nested(_ declaration: DeclarationPlan, depth: Int) throws -> [Layout] {
    guard depth < 16 else { return [] }
    return try declarations.filter { $0.parent == declaration.id }
      .map { try layout($0, depth: depth + 1) }
  }

  /// What the description says of a type or a member and its name does not; else the name of the
  /// schema where the type has another one.
  private func documentation(_ declaration: DeclarationPlan) -> [Layout] {
    let name = names.path(of: declaration.id).last ?? ""
    let own = documentation(declaration.description, name)
    let isRenamed = declaration.isNamed && declaration.name != name
    guard own.isEmpty, isRenamed else { return own }
    return [.documentation("The schema `\(ReadableText.oneLine(declaration.name))`.")]
  }

  private func documentation(_ description: String?, _ name: String) -> [Layout] {
    let text = CommentText.firstParagraph(description ?? "")
    let isName = Self.letters(text).elementsEqual(Self.letters(name))
    return text.isEmpty || isName ? [] : [.documentation(text)]
  }

  private static func letters(_ text: String) -> some Sequence<String> {
    text.lazy.filter(\.isLetter).map { $0.lowercased() }
  }

  private func member(_ member: MemberPlan, of declaration: DeclarationPlan) -> [String: Any] {
    let name = names.member(member.name, of: declaration.id)
    let value: Layout = ["self[", .string(member.name), "]"]
    return [
      "documentation": documentation(member.description, name),
      "name": ReservedNames.declared(name),
      "type": type(member.type, in: declaration),
      "getter": Layout.group(["{", .indent([.line, value]), .line, "}"]),
    ]
  }

  /// The type as it is called inside a declaration.
  private func type(_ type: TypePlan, in declaration: DeclarationPlan) -> String {
    switch type {
    case .array(let element): return "[" + self.type(element, in: declaration) + "]"
    case .dictionary(let value): return "[String: " + self.type(value, in: declaration) + "]"
    case .nullable(let inner): return "Nullable<" + self.type(inner, in: declaration) + ">"
    case .declared(let id):
      let plan = names.plan(of: id)
      if plan?.parent == declaration.id { return names.path(of: id).last ?? "" }
      if plan?.workflow == workflow { return names.path(of: id).joined(separator: ".") }
      return document.type(id, in: workflow)
    default: return type.swiftScalar
    }
  }

  // MARK: unions

  private func alternative(
    _ plan: AlternativePlan, of declaration: DeclarationPlan
  ) -> [String: Any] {
    let name = names.member(plan.name, of: declaration.id)
    let type = type(plan.type, in: declaration)
    let reading = Layout.text("\(type)(lossless: json).map(Self.\(name))")
    return [
      "name": name, "declared": ReservedNames.declared(name), "type": type,
      "documentation": documentation(plan).map { [Layout.documentation($0)] } ?? [],
      "pattern": Layout.indent(.group(.joined(patterns(plan), by: [",", .line]))),
      "reading": Layout.indent([.line, reading]),
    ]
  }

  /// What tells the alternative apart, where that is more than its kind.
  private func documentation(_ plan: AlternativePlan) -> String? {
    switch plan.mark {
    case .member(let name, let values):
      let list = values.map { "`\(ReadableText.oneLine($0))`" }.joined(separator: " or ")
      return "An object whose `\(ReadableText.oneLine(name))` is \(list)."
    case .presence(let name): return "An object with a member `\(ReadableText.oneLine(name))`."
    case nil: return nil
    }
  }

  private func patterns(_ plan: AlternativePlan) -> [Layout] {
    let kind = plan.kind == .boolean ? ".bool" : "." + plan.kind.rawValue
    switch plan.mark {
    case nil: return [.text(kind)]
    case .presence(let name): return [[.text(kind + " where json["), .string(name), "] != nil"]]
    case .member(let name, let values):
      return values.map { value in
        [.text(kind + " where json["), .string(name), "] == ", .string(value)]
      }
    }
  }
}

extension TypePlan {
  /// Whether it is an object that a response holds, with its members as JSON.
  var isObject: Bool {
    if case .declared(let id) = self { id.kind == .object } else { false }
  }

  fileprivate var isUnion: Bool {
    if case .declared(let id) = self { id.kind == .union } else { false }
  }
}
