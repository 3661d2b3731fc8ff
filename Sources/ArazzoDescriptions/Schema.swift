import ArazzoDocuments

/// A JSON Schema (OpenAPI 3.0's and 3.1's dialects, and 2020-12 for workflow inputs), read lazily:
/// a recursive schema is legal, so nothing here is expanded ahead of use.
package struct Schema {
  /// The schema with `$ref` followed.
  package let node: Node
  /// Where references in it are looked up.
  let context: any SchemaContext

  /// The JSON types that the schema admits, `null` left out; empty where it says nothing.
  package enum Kind: String, Sendable, Hashable {
    case string, integer, number, boolean, array, object
  }
}

/// What a schema needs of the document that it stands in.
protocol SchemaContext {
  func resolve(_ node: Node) throws(DocumentError) -> Node
}

extension Schema {
  /// Reads the schema of a workflow's `inputs`: references lead into the Arazzo document itself, or
  /// to other files.
  package static func inputs(
    _ node: Node, of description: ArazzoDescription, loader: any DocumentLoading
  ) throws(DocumentError) -> Schema {
    throw DocumentError(Diagnostic(.error, "not read yet", at: node.location))
  }
  package var location: Location { node.location }
  package var title: String? { nil }
  package var description: String? { nil }
  package var format: String? { nil }
  /// From `type` (a name or a list), else what `properties`, `items` or `enum` imply.
  package var kinds: Set<Kind> { [] }
  /// `nullable: true`, `null` among the types, or `null` among the alternatives.
  package var admitsNull: Bool { false }
  package var enumValues: [Node]? { nil }
  /// `const`.
  package var constant: Node? { nil }
  package var defaultValue: Node? { nil }
  /// The properties in the document's order, those of `allOf` merged in.
  package var properties: [Property] { [] }
  package var items: Schema? { nil }
  /// The schema of members that are not declared; `nil` where any value may stand or none.
  package var additionalProperties: Schema? { nil }
  package var additionalPropertiesAllowed: Bool { true }
  /// `oneOf` or `anyOf`, `null` left out; empty where there are none.
  package var alternatives: [Schema] { [] }

  package struct Property {
    package let name: Located<String>
    package let schema: Schema
    package let isRequired: Bool
  }

  /// What `pointer` leads into.
  package enum Lookup {
    /// The schema there; `isRequired` is true where every part of the way is required.
    case found(Schema, isRequired: Bool)
    /// The description says nothing about it: an open object, no schema.
    case undescribed
    /// The description says that it can't be there, with the first token that fails and what it has.
    case absent(token: String, declared: [String])
  }

  package func lookup(_ pointer: JSONPointer) -> Lookup { .undescribed }

  /// The chain's problem, where a `$ref` below could not be followed: reading goes on without it.
  package var brokenReference: Diagnostic? { nil }
}
