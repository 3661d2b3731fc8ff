import ArazzoDescriptions

extension Schema {
  /// The type of a value that a response holds. What the description leaves open, and objects, are
  /// JSON.
  var responseType: TypePlan {
    alternatives.isEmpty ? ownType : commonAlternativeType
  }

  private var ownType: TypePlan {
    if kinds == [.integer, .number] { return .number }
    guard kinds.count == 1, let kind = kinds.first else { return .json }
    switch kind {
    case .string: return format == "password" ? .secret : .string
    case .integer: return .integer
    case .number: return .number
    case .boolean: return .boolean
    case .array:
      guard let items, !items.admitsNull else { return .array(.json) }
      return .array(items.scalarType)
    case .object:
      guard properties.isEmpty, let additionalProperties, !additionalProperties.admitsNull else {
        return .json
      }
      let type = additionalProperties.scalarType
      return type == .json ? .json : .dictionary(type)
    }
  }

  /// The type of a scalar; what is more than that is JSON.
  private var scalarType: TypePlan {
    guard alternatives.isEmpty else { return .json }
    switch ownType {
    case .array, .dictionary: return .json
    case let type: return type
    }
  }

  /// The scalar that all alternatives have in common. Alternatives of alternatives are JSON: a schema
  /// may be its own.
  private var commonAlternativeType: TypePlan {
    let types = Set(alternatives.map(\.scalarType))
    guard types.count == 1, let type = types.first else { return .json }
    return type
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
