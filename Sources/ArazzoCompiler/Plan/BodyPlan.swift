/// The body of a request.
package struct BodyPlan: Sendable, Encodable {
  /// How the value is written.
  package enum Format: Sendable, Encodable {
    case json
    /// `application/x-www-form-urlencoded`; the value is an object.
    case form([FormFieldPlan])
  }

  package var contentType: String
  package var value: ValuePlan
  package var isRequired: Bool
  package var format = Format.json
}

/// A field of a form that is not written in the default way: an array as a pair for each element,
/// an object as JSON.
package struct FormFieldPlan: Sendable, Encodable {
  package enum Style: Sendable, Encodable {
    case exploded
    /// With the percent-encoded text between elements.
    case delimited(String)
    case deepObject
    case json
  }

  package var name: String
  package var style: Style
}
