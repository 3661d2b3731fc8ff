/// Header fields with a declared type, and secrets in a response.
@_spi(Generated) extension StepResponse {
  /// The first value of a header field.
  ///
  /// - Throws: ``WorkflowError/Code/unexpectedValue`` if the response has no such field, or its
  ///   value has another type.
  public func requiredHeader<T: JSONDecodable>(_ name: String) throws(WorkflowError) -> T {
    if let value: T = try optionalHeader(name) { return value }
    throw unexpected("the response has no header '\(name)'")
  }

  /// The first value of a header field; `nil` if the response has none.
  ///
  /// - Throws: ``WorkflowError/Code/unexpectedValue`` if its value has another type.
  public func optionalHeader<T: JSONDecodable>(_ name: String) throws(WorkflowError) -> T? {
    try scalar(header(name), in: "the header '\(name)'")
  }

  /// Masks the value at a pointer in the body in all errors, logs and events (rule H8).
  public func hide(_ pointer: JSONPointer) { context.secrets.hide(body.json?.value(at: pointer)) }

  /// Masks all of the body in all errors, logs and events (rule H8).
  public func hideBody() { hide("") }

  /// Masks the value of a header field in all errors, logs and events (rule H8).
  public func hideHeader(_ name: String) {
    guard let value = header(name) else { return }
    context.secrets.hide(value)
    guard name.lowercased() == "set-cookie" else { return }
    // A value such as 'en' is no secret, and hiding it would cut words.
    for cookie in SetCookies(value).pairs where cookie.value.utf8.count > 4 {
      context.secrets.hide(cookie.value)
    }
  }

  /// Masks the value of a cookie in all errors, logs and events (rule H8).
  public func hideCookie(_ name: String) { cookie(name).map(context.secrets.hide) }

  /// Masks the text of the body in all errors, logs and events (rule H8).
  public func hideText() { body.text.map(context.secrets.hide) }

  private func scalar<T: JSONDecodable>(
    _ text: String?, in place: String
  ) throws(WorkflowError) -> T? {
    guard let text else { return nil }
    guard let value = T(lossless: .string(text)) else {
      throw unexpected("\(place): expected \(T.expected), found another text")
    }
    hideSecret(value)
    return value
  }
}
