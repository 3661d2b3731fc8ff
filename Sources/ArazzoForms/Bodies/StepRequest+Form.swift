@_spi(Generated) import ArazzoRuntime

extension StepRequest {
  /// Sets the body to form fields. Without a value, the request has neither body nor
  /// `Content-Type`.
  ///
  /// Arrays and objects are written in their `styles`; without a style, an array is a pair for each
  /// element, and an object is JSON.
  public func setForm(
    _ fields: JSONValue?, styles: [String: ParameterStyle] = [:],
    contentType: String = "application/x-www-form-urlencoded", required: Bool = false,
    from expression: String? = nil
  ) {
    attempt { () throws(WorkflowError) in
      var body: RequestBody?
      if let fields {
        guard case .object(let members) = fields else {
          throw invalid("a form is made of the members of an object, found \(fields.kind)")
        }
        body = RequestBody(fields, Array(try formText(members, styles).utf8), contentType)
      }
      try setBody(body, required: required, from: expression)
    }
  }

  /// Replaces the query string: a string is used with its invalid characters encoded, an object is
  /// written as form fields.
  ///
  /// If `isContent` is true, the text or JSON of the value is encoded as a whole.
  public func setQueryString<Value: JSONRepresentable>(
    _ value: Value?, isContent: Bool = false, required: Bool = false,
    from expression: String? = nil
  ) {
    attempt { () throws(WorkflowError) in
      let json = value?.jsonValue ?? .null
      if required, json == .null { throw missing("the query string", from: expression) }
      switch json {
      case .null: queryString = nil
      case _ where isContent: queryString = PercentEncoding.value(json.text)
      case .object(let members): queryString = try formText(members, [:])
      default: queryString = PercentEncoding.literal(json.text)
      }
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
