/// The type of a value.
///
/// Inputs are closed: their structs and enums have the declared members and cases only. Responses
/// are open: a ``DeclarationPlan`` has the declared members, and others are kept.
package indirect enum TypePlan: Sendable, Encodable, Hashable {
  case string
  case integer
  /// An integer that is not negative and may need all of 64 bits (rule V6).
  case unsigned
  case number
  case boolean
  /// A string that must not be shown.
  case secret
  /// Bytes; base64 text in JSON.
  case data
  /// Bytes to be sent, or a file; base64 text in JSON.
  case upload
  /// A point in time, with the text that it is sent as.
  case timestamp
  case uuid
  case url
  /// Any JSON value: the description declares no type.
  case json
  /// A value of the type, or `null`, which is not the same as a missing one (rule V10). JSON, which
  /// has its own `null`, and files, which have none, don't stand in it.
  case nullable(TypePlan)
  case array(TypePlan)
  case dictionary(TypePlan)
  case structure(StructPlan)
  case enumeration(EnumPlan)
  /// An enclosing structure of the inputs, by its ``StructPlan/path``.
  case enclosing([String])
  /// A type for values of responses, which ``DocumentPlan/types`` describes.
  case declared(DeclarationID)
}

extension TypePlan {
  /// The type with `null`, if the description allows it.
  func orNull(_ admitsNull: Bool) -> TypePlan {
    switch self {
    case .json, .upload, .nullable: self
    default: admitsNull ? .nullable(self) : self
    }
  }

  /// The type without `null`.
  package var withoutNull: TypePlan { if case .nullable(let inner) = self { inner } else { self } }

  package var isNullable: Bool { if case .nullable = self { true } else { false } }

  /// Whether a value must not be shown.
  package var isSecret: Bool { withoutNull == .secret }
}

/// A type with fields: the inputs of a workflow or an object in them.
package struct StructPlan: Sendable, Encodable, Hashable {
  /// Its path: the JSON names from the inputs down; empty for the inputs themselves.
  package var path: [String]
  package var description: String?
  package var fields: [FieldPlan]
}

package struct FieldPlan: Sendable, Encodable, Hashable {
  /// The name on the wire.
  package var name: String
  package var type: TypePlan
  /// Whether it may be left out. A field with a default value is not optional.
  package var isOptional: Bool
  package var defaultValue: LiteralPlan?
  package var description: String?
  /// What the schema says beyond the type, each as a sentence part: "format: date-time",
  /// "at least 1".
  package var notes: [String]
  /// The `format` of the schema.
  package var format: String? = nil
  /// The kinds of JSON that the schema admits where the type is JSON, or an array of JSON.
  package var kinds: [String]? = nil
  /// What is checked before anything is sent.
  package var rules: [RulePlan] = []
}

/// A closed set of strings.
package struct EnumPlan: Sendable, Encodable, Hashable {
  /// Its path, as in ``StructPlan/path``.
  package var path: [String]
  package var description: String?
  package var values: [String]
}

/// A JSON value from a document.
package indirect enum LiteralPlan: Sendable, Encodable, Hashable {
  case null
  case bool(Bool)
  /// The digits as written.
  case number(String)
  case string(String)
  case array([LiteralPlan])
  case object([Member])

  package struct Member: Sendable, Encodable, Hashable {
    package var name: String
    package var value: LiteralPlan
  }
}
