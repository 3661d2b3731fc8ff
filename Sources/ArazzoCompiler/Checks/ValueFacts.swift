import ArazzoDescriptions
import ArazzoDocuments

/// What is known about a value before anything runs.
struct ValueFacts {
  /// The JSON kinds that it may have, `null` aside; never empty.
  let kinds: Set<Schema.Kind>
  /// The only strings that it may be, where its kind is a string and they are listed.
  let words: [String]?

  /// - Returns: `nil` where the schema leaves it open.
  init?(_ schema: Schema) {
    guard let kinds = schema.admittedKinds else { return nil }
    self.kinds = kinds
    let values = schema.alternatives.isEmpty ? schema.enumValues : nil
    let words = (values ?? []).compactMap(\.string)
    self.words = kinds == [.string] && !words.isEmpty ? words : nil
  }

  /// - Returns: `nil` where the type leaves it open.
  init?(_ type: TypePlan) {
    switch type.withoutNull {
    case .string, .secret, .data, .upload, .timestamp, .uuid, .url:
      (kinds, words) = ([.string], nil)
    case .integer, .unsigned: (kinds, words) = ([.integer], nil)
    case .number: (kinds, words) = ([.number], nil)
    case .boolean: (kinds, words) = ([.boolean], nil)
    case .array: (kinds, words) = ([.array], nil)
    case .dictionary, .structure, .enclosing: (kinds, words) = ([.object], nil)
    case .enumeration(let plan): (kinds, words) = ([.string], plan.values)
    case .declared(let id):
      guard let kind = id.factKind else { return nil }
      (kinds, words) = ([kind], nil)
    case .json, .nullable: return nil
    }
  }

  /// Whether all that it may be is a number.
  var isNumeric: Bool { kinds.isSubset(of: [.integer, .number]) }

  /// The kinds in words: "an integer or a string".
  var phrase: String { kinds.phrase }
}

extension DeclarationID {
  fileprivate var factKind: Schema.Kind? {
    switch kind {
    case .object: .object
    case .text: .string
    case .union: nil
    }
  }
}

extension Schema {
  /// The kinds that the schema or its alternatives admit; `nil` where it leaves them open.
  var admittedKinds: Set<Kind>? {
    guard brokenReference == nil else { return nil }
    let choices = alternatives.isEmpty ? [self] : alternatives
    guard choices.allSatisfy({ $0.brokenReference == nil && !$0.kinds.isEmpty }) else { return nil }
    return choices.reduce(into: []) { $0.formUnion($1.kinds) }
  }
}

extension Schema.Kind {
  /// With its article: "an integer".
  var phrase: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "a boolean"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
