/// Header fields that their description gives another type, and secrets in a response.
extension StepResponse {
  /// The first value of a header field; throws where the response has none, or one of another type.
  public func requiredHeader<T: JSONDecodable>(_ name: String) throws(WorkflowError) -> T {
    if let value: T = try optionalHeader(name) { return value }
    throw unexpected("the response has no header '\(name)'")
  }

  /// The first value of a header field, `nil` where the response has none; throws where it is of
  /// another type.
  public func optionalHeader<T: JSONDecodable>(_ name: String) throws(WorkflowError) -> T? {
    try scalar(header(name), in: "the header '\(name)'")
  }

  /// Keeps what a pointer finds in the body out of every error, log and event, from before the
  /// response is judged (rule H8).
  public func hide(_ pointer: JSONPointer) { context.secrets.hide(body.json?.value(at: pointer)) }

  /// Keeps the values of a header field out of every error, log and event (rule H8).
  public func hideHeader(_ name: String) {
    guard let value = header(name) else { return }
    context.secrets.hide(value)
    guard name.lowercased() == "set-cookie" else { return }
    // A value such as 'en' is no secret, and hiding it would cut words.
    for cookie in SetCookies(value).pairs where cookie.value.utf8.count > 4 {
      context.secrets.hide(cookie.value)
    }
  }

  /// Keeps the value of a cookie out of every error, log and event (rule H8).
  public func hideCookie(_ name: String) { cookie(name).map(context.secrets.hide) }

  /// Keeps a body that is a text out of every error, log and event (rule H8).
  public func hideText() { body.text.map(context.secrets.hide) }

  private func scalar<T: JSONDecodable>(
    _ text: String?, in place: String
  ) throws(WorkflowError) -> T? {
    guard let text else { return nil }
    guard let value = T(lossless: .string(text)) else {
      throw unexpected("\(place): expected \(T.expected), found another text")
    }
    if let value = value as? any JSONRepresentable, value.isSecret { context.secrets.hide(value) }
    return value
  }
}
