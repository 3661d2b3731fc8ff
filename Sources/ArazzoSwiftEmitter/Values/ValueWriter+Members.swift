import ArazzoCompiler

/// What is inside response values and arrays, through their types.
extension ValueWriter {
  /// `order.lines?.first?.sku` where each token leads on through a type; `nil` otherwise.
  ///
  /// - Parameter keepsNull: Whether `null` is asked for where it may stand in the place of the value.
  func member(_ value: ValuePlan, keepsNull: Bool) -> Expression? {
    guard case .member(let base, let pointer) = value.kind else { return nil }
    return pointer.enumerated().reduce(expression(base)) { result, token in
      let isLast = token.offset == pointer.count - 1
      return result.flatMap { child($0, token.element, keepsNull: keepsNull && isLast) }
    }
  }

  private func child(
    _ base: Expression, _ token: PointerToken, keepsNull: Bool
  ) -> Expression? {
    let base = present(base)
    let mark: Layout = base.isOptional ? "?" : ""
    switch base.type {
    case .declared(let id):
      guard let name = token.memberName,
        let member = declaration(id)?.members.first(where: { $0.name == name })
      else { return nil }
      if keepsNull, member.admitsNull, member.type != .json {
        // Its type is that of the place where it goes.
        let value: Layout = [base.layout, mark, Self.subscripts([.name(name)])]
        return inside(value, .nullable(member.type))
      }
      let property = workflow.document.declarations.member(name, of: id)
      return inside([base.layout, mark, ".", .text(property)], member.type)
    case .array(let element):
      guard let place = token.elementIndex else { return nil }
      return inside([base.layout, mark, Self.element(place)], element)
    case .dictionary(let type):
      guard let name = token.memberName else { return nil }
      return inside([base.layout, mark, Self.subscripts([.name(name)])], type)
    default: return nil
    }
  }

  private func inside(_ layout: Layout, _ type: TypePlan) -> Expression {
    Expression(layout: layout, type: type, isOptional: true, isChain: true)
  }

  /// What stands at a place of an array, or `nil`.
  private static func element(_ place: Int) -> Layout {
    switch place {
    case 0: ".first"
    case -1: ".last"
    case 1...: .text(".dropFirst(\(place)).first")
    default: .text(".dropLast(\(place.magnitude - 1)).last")
    }
  }

  private func declaration(_ id: DeclarationID) -> DeclarationPlan? {
    workflow.workflows[id.workflow]?.types.first { $0.id == id }
  }
}
