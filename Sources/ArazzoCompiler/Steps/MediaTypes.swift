import ArazzoDescriptions

extension MediaType {
  var isJSON: Bool { name.isJSONMediaType }
}

extension String {
  /// The type and subtype in lower case, without parameters.
  var mediaType: String { String(prefix { $0 != ";" }).lowercased().filter { $0 != " " } }

  var isJSONMediaType: Bool {
    let type = mediaType
    return ["application/json", "text/json", "*/*", "application/*"].contains(type)
      || type.hasSuffix("+json")
  }

  var isFormMediaType: Bool { mediaType == "application/x-www-form-urlencoded" }

  /// Whether a body of this type can be written.
  var isWritableMediaType: Bool { isJSONMediaType || isFormMediaType }

  /// Whether the type is one of XML's (RFC 7303).
  var isXMLMediaType: Bool { mediaType.hasSuffix("/xml") || mediaType.hasSuffix("+xml") }
}
