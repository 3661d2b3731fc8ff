import ArazzoDocuments

/// An Operation Object with what its path item adds.
package struct Operation {
  package var id: String?
  package var method: String
  package var path: String
  /// The path taken apart, with the names of the parameters known.
  package var template: PathTemplate
  package var summary: String?
  package var isDeprecated: Bool
  package var parameters: [OperationParameter]
  package var requestBody: OperationBody?
  package var responses: [OperationResponse]
  /// The operation's servers, else the path's, else the document's (rule H3).
  package var servers: [Server]
  /// Alternatives, each a combination of schemes; empty if none is required.
  package var security: [[SecurityRequirement]]
  package var location: Location
}

/// A Parameter Object of OpenAPI.
package struct OperationParameter {
  package enum Place: String { case path, query, querystring, header, cookie }

  package var name: String
  package var place: Place
  package var isRequired: Bool
  package var style: String?
  package var explode: Bool?
  package var allowReserved: Bool
  package var allowEmptyValue: Bool
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
  /// How fields of a form or parts of a multipart body are written, by the property's name.
  package var encodings: [String: FieldEncoding] = [:]

  package init(name: String, schema: Schema? = nil, encodings: [String: FieldEncoding] = [:]) {
    self.name = name
    self.schema = schema
    self.encodings = encodings
  }
}

/// An Encoding Object.
package struct FieldEncoding {
  package var contentType: String?
  package var style: String?
  package var explode: Bool?
  package var allowReserved: Bool
  /// The header fields of a part besides `Content-Type`.
  package var headers: [ResponseHeader] = []
  package var location: Location

  /// Whether the value is written in a style, and not as text of a content type.
  package var hasStyle: Bool { style != nil || explode != nil || allowReserved }
}

/// A Response Object with its key: `200`, `2XX` or `default`.
package struct OperationResponse {
  package var status: String
  package var content: [MediaType]
  package var headers: [ResponseHeader]
}

/// A Header Object with its name as written.
package struct ResponseHeader {
  package var name: String
  package var schema: Schema?
  package var isRequired: Bool
}

/// A Server Object.
package struct Server {
  package var url: Located<String>
  /// The name that OpenAPI 3.2 has for it.
  package var name: String?
  package var description: String?
  package var variables: [ServerVariable]

  /// The URL with each variable's default put in.
  package var urlWithDefaults: String {
    let defaults = Dictionary(
      variables.map { ($0.name, $0.defaultValue) }, uniquingKeysWith: { first, _ in first })
    return PlaceholderText(url.value).pieces.map { piece in
      switch piece {
      case .literal(let text): text
      case .placeholder(let name): defaults[name] ?? "{\(name)}"
      }
    }.joined()
  }
}

/// A Server Variable Object with its name.
package struct ServerVariable {
  package var name: String
  package var defaultValue: String
  /// The values that there are; empty where any is one.
  package var values: [String]
  package var description: String?
}
