/// A security scheme that a client can fill.
package struct SchemePlan: Sendable, Encodable, Hashable {
  package enum Kind: Sendable, Encodable, Hashable {
    case bearer
    case basic
    case apiKey(name: String, place: Place)
  }

  package enum Place: String, Sendable, Encodable { case header, query, cookie }

  /// The name of the source description.
  package var source: String
  package var name: String
  package var kind: Kind
}
