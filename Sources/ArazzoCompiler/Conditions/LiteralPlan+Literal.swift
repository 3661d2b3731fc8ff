import ArazzoExpressions

extension LiteralPlan {
  init(_ literal: Literal) {
    switch literal {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let digits): self = .number(digits)
    case .string(let text): self = .string(text)
    }
  }
}
