import ArazzoRuntime

extension StepRequest {
  /// Sets the body to the fields of a form; without a value there is neither body nor `Content-Type`.
  ///
  /// Fields that are arrays or objects are written in their `styles`. The others are written as
  /// OpenAPI says where it says nothing: an array as a pair for each element, an object as JSON.
  public mutating func setForm(
    _ fields: JSONValue?, styles: [String: ParameterStyle] = [:],
    contentType: String = "application/x-www-form-urlencoded", required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    var body: RequestBody?
    if let fields {
      guard case .object(let members) = fields else {
        throw invalid("a form is made of the members of an object, found \(fields.kind)")
      }
      body = RequestBody(fields, Array(try formText(members, styles).utf8), contentType)
    }
    try setBody(body, required: required, from: expression)
  }

  /// Sets the whole query string, instead of parameters: a string as it is but for what no query can
  /// hold, an object as the fields of a form.
  ///
  /// Where it `isContent`, the value, or its JSON, is encoded as one piece.
  public mutating func setQueryString(
    _ value: (any JSONRepresentable)?, isContent: Bool = false, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    let json = value?.jsonValue ?? .null
    if required, json == .null { throw missing("the query string", from: expression) }
    switch json {
    case .null: queryString = nil
    case _ where isContent: queryString = PercentEncoding.value(json.text)
    case .object(let members): queryString = try formText(members, [:])
    default: queryString = PercentEncoding.literal(json.text)
    }
  }

  /// The fields encoded as the URL Standard says for forms.
  private func formText(
    _ members: JSONObject, _ styles: [String: ParameterStyle]
  ) throws(WorkflowError) -> String {
    var pairs: [String] = []
    for (name, value) in members {
      do throws(ParameterWriter.Refusal) {
        pairs += [try ParameterStyle.field(name, value, styles[name])].compactMap(\.self)
      } catch {
        throw invalid("the field '\(name)' of the form \(error.reason)")
      }
    }
    return pairs.joined(separator: "&")
  }
}

extension ParameterStyle {
  /// The pairs of a field; what is nested deeper than its style can say is JSON.
  fileprivate static func field(
    _ name: String, _ value: JSONValue, _ style: ParameterStyle?
  ) throws(ParameterWriter.Refusal) -> String? {
    switch (value, style?.kind) {
    case (.object, nil), (.object, .json), (.array, .json):
      return try (style ?? .form).fieldWriter(name).written(.string(value.description))
    case (_, .deepObject):
      var pairs: [String] = []
      for (name, scalar) in value.scalars(under: name) {
        pairs += [try ParameterStyle.form.fieldWriter(name).written(scalar)].compactMap(\.self)
      }
      return pairs.isEmpty ? nil : pairs.joined(separator: "&")
    default: return try (style ?? .form).fieldWriter(name).written(value)
    }
  }

  private func fieldWriter(_ name: String) -> ParameterWriter {
    var writer = writer(name, in: .query)
    writer.name = PercentEncoding.form(name)
    writer.nested = { $0.description }
    writer.encode = { PercentEncoding.form($0) }
    if allowsReserved { writer.encode = { PercentEncoding.reserved($0, except: "#&+") } }
    return writer
  }
}
