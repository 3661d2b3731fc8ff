/// The types of values inside others.
extension WorkflowScope {
  /// The type of what JSON Pointer tokens lead to inside a value of the type, where names and indexes lead there.
  func type(at tokens: [String], in type: TypePlan) -> TypePlan {
    guard let token = tokens.first else { return type }
    let rest = Array(tokens.dropFirst())
    switch type {
    case .declared(let id):
      let member = declaration(id)?.members.first { $0.name == token }
      return member.map { self.type(at: rest, in: $0.type) } ?? .json
    case .dictionary(let value): return self.type(at: rest, in: value)
    // Types of inputs stand in the inputs alone.
    case .array(let element) where Int(token) != nil && element.nominal == nil:
      return self.type(at: rest, in: element)
    default: return .json
    }
  }

  private func declaration(_ id: DeclarationID) -> DeclarationPlan? {
    types.declaration(id) ?? plans?.plan(named: id.workflow)?.declaration(id)
  }
}
