@_spi(Generated) import ArazzoRuntime

extension StepRequest {
  /// Sets the value of `{name}` in the path in a style. The value stays within its segment (rule
  /// H2).
  public func setPath<Value: JSONRepresentable>(
    _ name: String, _ value: Value?, style: ParameterStyle,
    from expression: String? = nil
  ) {
    set(
      name, in: .path, to: Argument(value), required: true, from: expression,
      as: style.writing(name, .path)
    )
  }

  /// Sets a query parameter in a style.
  ///
  /// If `allowEmpty` is true, an empty array or object is sent as `name=`.
  public func setQuery<Value: JSONRepresentable>(
    _ name: String, _ value: Value?, style: ParameterStyle,
    allowEmpty: Bool = false, required: Bool = false, from expression: String? = nil
  ) {
    let write = style.writing(name, .query)
    set(name, in: .query, to: Argument(value), required: required, from: expression) {
      (json) throws(ParameterWriter.Refusal) in
      if let written = try write(json) { return written }
      return allowEmpty && json != .null ? PercentEncoding.value(name) + "=" : nil
    }
  }

  /// Sets a header field in a style of its own. A value with a line break is refused.
  public func setHeader<Value: JSONRepresentable>(
    _ name: String, _ value: Value?, style: ParameterStyle,
    required: Bool = false, from expression: String? = nil
  ) {
    set(
      name, in: .header, to: Argument(value), required: required, from: expression,
      as: style.writing(name, .header))
  }

  /// Sets a cookie in a style of its own. All cookies are sent in one `Cookie` field.
  public func setCookie<Value: JSONRepresentable>(
    _ name: String, _ value: Value?, style: ParameterStyle,
    required: Bool = false, from expression: String? = nil
  ) {
    set(
      name, in: .cookie, to: Argument(value), required: required, from: expression,
      as: style.writing(name, .cookie))
  }
}

extension ParameterStyle {
  fileprivate func writing(
    _ name: String, _ place: ParameterPlace
  ) -> StepRequest.ParameterWriting {
    { (value) throws(ParameterWriter.Refusal) in try written(value, name, in: place) }
  }
}
