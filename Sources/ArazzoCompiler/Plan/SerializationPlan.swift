/// How a parameter's value is written, where that is not as its place has it by default: `simple` in
/// a path and a header, `form` and exploded in a query and a cookie.
package struct SerializationPlan: Sendable, Encodable, Hashable {
  package enum Style: String, Sendable, Encodable {
    case simple, label, matrix, form, spaceDelimited, pipeDelimited, deepObject, cookie
    /// `a/b`, in a path whose template says so.
    case segments
    /// Elements with tabs between them, which only Swagger 2.0 has.
    case tabDelimited
    /// JSON text.
    case json
  }

  package var style: Style
  package var explode: Bool
  package var allowsReserved = false
  /// Whether an empty array or object is sent as `name=`.
  package var allowsEmpty = false
}

extension ParameterPlan.Place {
  /// What is written where a description says nothing.
  package var serialization: SerializationPlan {
    switch self {
    case .path, .header: SerializationPlan(style: .simple, explode: false)
    case .query, .cookie: SerializationPlan(style: .form, explode: true)
    }
  }

  /// The styles that OpenAPI has for the place.
  package var styles: [SerializationPlan.Style] {
    switch self {
    case .path: [.simple, .label, .matrix]
    case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
    case .header: [.simple]
    case .cookie: [.form, .cookie]
    }
  }
}
