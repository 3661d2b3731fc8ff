import ArazzoDescriptions

extension Schema {
  /// The type of a scalar in a response, or what all alternatives have in common; what is more than
  /// that is JSON.
  var scalarType: TypePlan {
    let type = alternatives.isEmpty ? ownScalarType : commonScalarType
    return (type ?? .json).orNull(admitsNull)
  }

  /// Alternatives of alternatives have nothing in common: a schema may be its own.
  var commonScalarType: TypePlan? {
    let types = Set(alternatives.map { $0.alternatives.isEmpty ? $0.ownScalarType : nil })
    return types.count == 1 ? types.first ?? nil : nil
  }

  private var ownScalarType: TypePlan? {
    let kinds = kinds
    if kinds == [.integer, .number] { return .number }
    guard kinds.count == 1, let kind = kinds.first else { return nil }
    switch kind {
    case .string: return format == "password" ? .secret : .string
    case .integer: return integerType
    case .number: return .number
    case .boolean: return .boolean
    case .array, .object: return nil
    }
  }

  /// What the schema says beyond the type, in words for a documentation comment.
  var constraintNotes: [String] {
    let limits: [(String, String)] = [
      ("minimum", "at least"), ("maximum", "at most"), ("exclusiveMinimum", "more than"),
      ("exclusiveMaximum", "less than"), ("minLength", "shortest length"),
      ("maxLength", "longest length"), ("minItems", "fewest items"), ("maxItems", "most items"),
    ]
    let words = limits.compactMap { key, word in
      node[key]?.number.map { "\(word) \($0)" }
    }
    let pattern = node["pattern"]?.string.map { ["pattern `\($0)`"] } ?? []
    return (format.map { ["format `\($0)`"] } ?? []) + words + pattern
  }
}
