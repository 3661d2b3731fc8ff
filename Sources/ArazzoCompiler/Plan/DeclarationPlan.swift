/// A type that the generated code declares for values of responses.
package struct DeclarationPlan: Sendable, Encodable, Hashable {
  package indirect enum Form: Sendable, Encodable, Hashable {
    /// An object, read through the members that its description declares.
    case object([MemberPlan])
    /// A text that is one of these, or another one.
    case openEnumeration([String])
    /// One of several types, or another value.
    case union([AlternativePlan])
  }

  package var id: DeclarationID
  /// The name of its schema in the description, or of its output or member.
  package var name: String
  /// Whether it is the schema that is called so.
  package var isNamed: Bool
  /// The enclosing type; `nil` if there is none.
  package var parent: DeclarationID?
  /// The only workflow that reads it, for a schema without a name; `nil` for the types that stand
  /// beside all workflows.
  package var workflow: String?
  /// The file of its schema without folders.
  package var file: String
  package var description: String?
  package var form: Form
  /// Whether an object has no other members by its description than those of ``form``.
  package var listsEveryMember = false
}

/// Which declaration of the document is meant.
package struct DeclarationID: Sendable, Encodable, Hashable {
  package var number: Int
  package var kind: Kind

  package enum Kind: String, Sendable, Encodable { case object, text, union }
}

/// A declared member of an object in a response. Any of them may be missing.
package struct MemberPlan: Sendable, Encodable, Hashable {
  /// The name on the wire.
  package var name: String
  /// The type without `null`: what is read is the value or nothing.
  package var type: TypePlan
  /// Whether the response can have `null`, which is sent on as `null`.
  package var admitsNull = false
  package var description: String?
}

/// One of the types of a union.
package struct AlternativePlan: Sendable, Encodable, Hashable {
  /// Its name: from its discriminating value, its schema or its kind.
  package var name: String
  package var type: TypePlan
  package var kind: Kind
  /// What an object must have besides to be this alternative.
  package var mark: Mark?

  package enum Kind: String, Sendable, Encodable {
    case string, number, boolean, array, object
  }

  package enum Mark: Sendable, Encodable, Hashable {
    /// The member has one of these values.
    case member(String, values: [String])
    /// The member is there.
    case presence(of: String)
  }
}

extension DeclarationPlan {
  /// The members of an object; empty for anything else.
  package var members: [MemberPlan] {
    if case .object(let members) = form { members } else { [] }
  }

  /// The types that it speaks of.
  package var inner: [TypePlan] {
    switch form {
    case .object(let members): members.map(\.type)
    case .openEnumeration: []
    case .union(let alternatives): alternatives.map(\.type)
    }
  }
}

extension TypePlan {
  /// The declaration that this type is or holds.
  package var declaration: DeclarationID? {
    switch self {
    case .declared(let id): id
    case .array(let element), .dictionary(let element), .nullable(let element):
      element.declaration
    default: nil
    }
  }
}

/// A constraint of an input's schema.
package indirect enum RulePlan: Sendable, Encodable, Hashable {
  case minLength(Int)
  case maxLength(Int)
  /// With the pattern as written.
  case pattern(PatternPlan, String)
  /// With the digits as written, as all limits.
  case minimum(String)
  case maximum(String)
  case above(String)
  case below(String)
  case multipleOf(String)
  case int32
  case minItems(Int)
  case maxItems(Int)
  case uniqueItems
  /// Of what every element of an array must keep to.
  case each([RulePlan])
  case oneOf([LiteralPlan])
  case date
  case dateTime
}
