extension ValuePlan {
  /// The body of the response as a document to look into, whatever its media type is to be.
  var asDocument: ValuePlan {
    guard kind == .responseContent else { return self }
    var document = self
    document.kind = .responseBody(pointer: [])
    document.type = .json
    return document
  }
}
