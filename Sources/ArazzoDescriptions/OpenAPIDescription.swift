import ArazzoDocuments

/// An OpenAPI description, read only where a workflow reaches into it.
package final class OpenAPIDescription {
  package let root: Node
  package let version: String
  let loader: any DocumentLoading

  init(root: Node, version: String, loader: any DocumentLoading) {
    self.root = root
    self.version = version
    self.loader = loader
  }

  /// Recognises OpenAPI 3.0 and 3.1.
  ///
  /// - Throws: ``DocumentError`` for anything else, in words that lead on.
  package static func read(
    _ root: Node, loader: any DocumentLoading
  ) throws(DocumentError) -> OpenAPIDescription {
    throw DocumentError(Diagnostic(.error, "not read yet", at: root.location))
  }

  /// Every operation's ID, method and path in the document's order; nothing else is read.
  package private(set) lazy var operations: [OperationEntry] = []

  package struct OperationEntry {
    package let id: String?
    /// Upper case.
    package let method: String
    package let path: String
    package let node: Node
    package let pathItem: Node
  }

  /// Reads one operation: path-level parameters merged, `$ref`s followed.
  package func operation(
    _ entry: OperationEntry, _ diagnostics: Diagnostics
  ) -> Operation? {
    nil
  }

  /// Follows `$ref` (local, other files, chains; a chain that leads nowhere is an error).
  package func resolve(_ node: Node) throws(DocumentError) -> Node { node }
}

/// An Operation Object with what its path item adds.
package struct Operation {
  package var id: String?
  package var method: String
  package var path: String
  package var summary: String?
  package var isDeprecated: Bool
  package var parameters: [OperationParameter]
  package var requestBody: OperationBody?
  package var responses: [OperationResponse]
  /// The operation's servers, else the path's, else the document's (rule H3).
  package var servers: [Server]
  /// Alternatives, each a combination of scheme names; empty where nothing is asked for.
  package var security: [[String]]
  package var location: Location
}

/// A Parameter Object of OpenAPI.
package struct OperationParameter {
  package enum Place: String { case path, query, header, cookie }

  package var name: String
  package var place: Place
  package var isRequired: Bool
  package var style: String?
  package var explode: Bool?
  package var allowReserved: Bool
  /// The media type of `content`, where the parameter is described by it.
  package var contentType: String?
  package var schema: Schema?
  package var location: Location
}

/// A Request Body Object of OpenAPI.
package struct OperationBody {
  package var isRequired: Bool
  package var content: [MediaType]
}

/// A Media Type Object with its range, as `application/json`.
package struct MediaType {
  package var name: String
  package var schema: Schema?
}

/// A Response Object with its key: `200`, `2XX` or `default`.
package struct OperationResponse {
  package var status: String
  package var content: [MediaType]
  /// Header names (as written) with their schemas.
  package var headers: [(name: String, schema: Schema?)]
}

/// A Server Object.
package struct Server {
  package var url: Located<String>
  package var description: String?
  package var variables: [(name: String, defaultValue: String)]

  /// The URL with each variable's default put in.
  package var urlWithDefaults: String {
    variables.reduce(url.value) {
      $0.replacing("{\($1.name)}", with: $1.defaultValue)
    }
  }
}

/// A Security Scheme Object.
package struct SecurityScheme {
  package enum Kind: Hashable {
    case http(scheme: String)
    case apiKey(name: String, place: String)
    case oauth2
    case other(String)
  }

  package var name: String
  package var kind: Kind
}

extension OpenAPIDescription {
  /// A security scheme of `components` by its name.
  package func securityScheme(_ name: String) -> SecurityScheme? { nil }
}
