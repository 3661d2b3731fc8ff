import ArazzoCompiler

/// Members of response values through the properties of their types.
extension ValueWriter {
  /// `order.customer?.name` where each name leads through a declared member; `nil` otherwise.
  func member(_ value: ValuePlan) -> Expression? {
    guard case .member(let base, let pointer) = value.kind else { return nil }
    var result = expression(base)
    for name in pointer {
      guard case .declared(let id) = result.type,
        let member = declaration(id)?.members.first(where: { $0.name == name })
      else { return nil }
      let property = workflow.document.declarations.member(name, of: id)
      result = Expression(
        layout: [result.layout, result.isOptional ? "?." : ".", .text(property)],
        type: member.type, isOptional: true, isChain: true)
    }
    return result
  }

  private func declaration(_ id: DeclarationID) -> DeclarationPlan? {
    workflow.workflows[id.workflow]?.types.first { $0.id == id }
  }
}
