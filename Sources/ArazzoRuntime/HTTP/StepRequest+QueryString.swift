extension StepRequest {
  /// Sets the whole query string, instead of parameters: a string as it is but for what no query can
  /// hold, an object as the fields of a form.
  ///
  /// - Parameter isContent: Whether the value, or its JSON, is encoded as one piece.
  public mutating func setQueryString(
    _ value: (any JSONRepresentable)?, isContent: Bool = false, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    let json = value?.jsonValue ?? .null
    if required, json == .null { throw missing("the query string", from: expression) }
    switch json {
    case .null: queryString = nil
    case _ where isContent: queryString = PercentEncoding.value(json.text)
    case .object(let members):
      queryString = members.flatMap { FormStyle.pairs($0, $1, nil) }.joined(separator: "&")
    default: queryString = PercentEncoding.literal(json.text)
    }
  }
}
