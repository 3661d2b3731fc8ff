/// The body of a request.
package struct BodyPlan: Sendable, Encodable {
  /// How the value is written.
  package enum Format: Sendable, Encodable {
    case json
    /// `application/x-www-form-urlencoded`; the value is an object.
    case form([FormFieldPlan])
    /// `multipart/form-data`; the value is an object.
    case multipart([PartPlan])
    /// A text in UTF-8, or bytes.
    case content
  }

  package var contentType: String
  package var value: ValuePlan
  package var isRequired: Bool
  package var format = Format.json
}

/// A field of a form that is not written in the default way: an array as a pair for each element,
/// an object as JSON.
package struct FormFieldPlan: Sendable, Encodable {
  package var name: String
  package var style: SerializationPlan
}

/// A part of a multipart body that is a file, or that the description says more of than its value
/// does.
package struct PartPlan: Sendable, Encodable {
  package var name: String
  package var isFile: Bool
  /// `nil` leaves it to the value.
  package var contentType: String?
  /// Further header fields, in the description's order.
  package var headers: [Header] = []
  /// How the value is written where it is not text of its content type.
  package var style: SerializationPlan?

  package struct Header: Sendable, Encodable {
    package var name: String
    package var value: String
  }
}
