import ArazzoCompiler

/// The types of response values.
struct DeclarationWriter {
  let types: TypeWriter

  private var plan: WorkflowPlan { types.workflow.plan }
  private var names: DeclarationNames { types.workflow.document.declarations }

  /// Each type that stands in no other.
  func all() throws -> [Layout] {
    try plan.types.filter { $0.parent == nil }.map { try layout($0, depth: 1) }
  }

  /// - Parameter depth: In how many types it stands, the workflow's own among them.
  private func layout(_ declaration: DeclarationPlan, depth: Int) throws -> Layout {
    var context: [String: Any] = [
      "access": types.access, "name": names.path(of: declaration.id).last ?? "",
      "documentation": documentation(declaration),
      "nested": try nested(declaration, depth: depth),
    ]
    switch declaration.form {
    case .object(let members):
      context["hasMembers"] = !members.isEmpty
      context["members"] = members.map { member($0, of: declaration) }
      return try types.templates.layout("view", context)
    case .openEnumeration(let values):
      context["cases"] = values.map { value -> [String: Any] in
        let name = names.member(value, of: declaration.id)
        return [
          "name": name, "declared": ReservedNames.declared(name),
          "literal": SwiftLiteral.string(value),
        ]
      }
      return try types.templates.layout("open-enumeration", context)
    case .union(let alternatives):
      context["isIndirect"] = alternatives.contains { $0.type.isUnion }
      context["cases"] = alternatives.map { alternative($0, of: declaration) }
      return try types.templates.layout("alternatives", context)
    }
  }

  private func nested(_ declaration: DeclarationPlan, depth: Int) throws -> [Layout] {
    guard depth < 16 else { return [] }
    return try plan.types.filter { $0.parent == declaration.id }
      .map { try layout($0, depth: depth + 1) }
  }

  private func documentation(_ declaration: DeclarationPlan) -> Layout {
    let own = CommentText.firstParagraph(declaration.description ?? "")
    let head = declaration.isNamed ? "What the description calls" : "What responses have as"
    let text = "\(head) `\(CommentText.oneLine(declaration.name))`."
    return .documentation(own.isEmpty ? text : own)
  }

  private func member(_ member: MemberPlan, of declaration: DeclarationPlan) -> [String: Any] {
    let own = CommentText.firstParagraph(member.description ?? "")
    let text = own.isEmpty ? "The member `\(CommentText.oneLine(member.name))`." : own
    let value: Layout = ["self[", .string(member.name), "]"]
    return [
      "documentation": Layout.documentation(text),
      "name": ReservedNames.declared(names.member(member.name, of: declaration.id)),
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
    case .declared(let id)
    where plan.types.contains { $0.id == id && $0.parent == declaration.id }:
      return names.path(of: id).last ?? ""
    default: return types.names.type(type, isOutside: false)
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
      "documentation": Layout.documentation(documentation(plan)),
      "pattern": Layout.indent(.group(.joined(patterns(plan), by: [",", .line]))),
      "reading": Layout.indent([.line, reading]),
    ]
  }

  private func documentation(_ plan: AlternativePlan) -> String {
    switch plan.mark {
    case .member(let name, let values):
      let list = values.map { "`\(CommentText.oneLine($0))`" }.joined(separator: " or ")
      return "An object whose `\(CommentText.oneLine(name))` is \(list)."
    case .presence(let name): return "An object that has `\(CommentText.oneLine(name))`."
    case nil:
      switch plan.kind {
      case .string: return "A text."
      case .number: return "A number."
      case .boolean: return "A boolean."
      case .array: return "An array."
      case .object: return "An object."
      }
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
