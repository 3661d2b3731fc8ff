/// The types of values inside others.
extension WorkflowScope {
  /// The type of what JSON Pointer tokens lead to inside a value of the type, where names and indexes lead there.
  func type(at tokens: [String], in type: TypePlan) -> TypePlan {
    guard let token = tokens.first else { return type }
    let rest = Array(tokens.dropFirst())
    switch type.withoutNull {
    case .declared(let id):
      let member = declaration(id)?.members.first { $0.name == token }
      return member.map { self.type(at: rest, in: $0.type.orNull($0.admitsNull)) } ?? .json
    case .dictionary(let value): return self.type(at: rest, in: value)
    // Types of inputs stand in the inputs alone.
    case .array(let element) where Int(token) != nil && element.nominal == nil:
      return self.type(at: rest, in: element)
    default: return .json
    }
  }

  /// Where a way leaves what a type has; `nil` where it does not, or the type leaves that open.
  func missingMember(_ tokens: [String], in type: TypePlan, depth: Int = 0) -> MissingMember? {
    guard depth < tokens.count else { return nil }
    let token = tokens[depth]
    switch type.withoutNull {
    case .json, .enclosing: return nil
    case .dictionary(let value): return missingMember(tokens, in: value, depth: depth + 1)
    case .array(let element) where token.isIndex:
      return missingMember(tokens, in: element, depth: depth + 1)
    case .structure(let plan):
      if let field = plan.fields.first(where: { $0.name == token }) {
        return missingMember(tokens, in: field.type, depth: depth + 1)
      }
      return MissingMember(
        token: token, depth: depth, kinds: [.object], declared: plan.fields.map(\.name),
        isClosed: true)
    case .declared(let id) where id.kind != .text:
      return declaration(id).flatMap { missingMember(tokens, in: $0, depth: depth) }
    default:
      return MissingMember(
        token: token, depth: depth, kinds: ValueFacts(type)?.kinds ?? [], declared: [],
        isClosed: true)
    }
  }

  private func missingMember(
    _ tokens: [String], in declaration: DeclarationPlan, depth: Int
  ) -> MissingMember? {
    if let member = declaration.members.first(where: { $0.name == tokens[depth] }) {
      return missingMember(tokens, in: member.type, depth: depth + 1)
    }
    guard declaration.listsEveryMember else { return nil }
    return MissingMember(
      token: tokens[depth], depth: depth, kinds: [.object],
      declared: declaration.members.map(\.name), isClosed: false)
  }

  private func declaration(_ id: DeclarationID) -> DeclarationPlan? {
    types.declaration(id) ?? plans?.plan(named: id.workflow)?.declaration(id)
  }
}
