/// The serialization of a parameter, if it isn't the default of its `in`: `simple` in
/// a path and a header, `form` and exploded in a query and a cookie.
package struct SerializationPlan: Sendable, Encodable, Hashable {
  package enum Style: String, Sendable, Encodable {
    case simple, label, matrix, form, spaceDelimited, pipeDelimited, deepObject, cookie
    /// `a/b`, if the path template has `{+name}`.
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
  /// The style of a parameter without `style`.
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
