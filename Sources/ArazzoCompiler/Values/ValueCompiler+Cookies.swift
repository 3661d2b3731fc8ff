import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

extension String {
  /// The cookie that a header's name stands for: `$response.header.Set-Cookie.NAME` is the value of
  /// one cookie. No server has a header of such a name.
  var cookieName: String? {
    let head = "set-cookie."
    guard lowercased().hasPrefix(head), utf8.count > head.utf8.count else { return nil }
    return String(dropFirst(head.count))
  }
}

/// The whole `Set-Cookie` of a response in the header `Cookie`.
extension OperationCompiler {
  /// Whether the value of the header `Cookie` is that, which is reported: of attributes such as `Path`
  /// nothing is sent.
  func takesSetCookie(_ parameter: Parameter) -> Bool {
    guard parameter.place == .header, parameter.name.value.lowercased() == "cookie",
      let step = setCookieStep(parameter.value)
    else { return false }
    diagnostics.warning(
      "the whole 'Set-Cookie' of step \(step.quotedForMessage) goes into 'Cookie': the names and "
        + "values of all its cookies are sent, their attributes are not",
      at: parameter.value.location,
      suggestion:
        "for the value of one cookie, make '$response.header.Set-Cookie.NAME' an output of "
        + "that step and send it with 'in: cookie'")
    return true
  }

  /// The step of whose response the value is the whole field.
  private func setCookieStep(_ value: DocumentValue) -> String? {
    guard case .success(.expression(let parsed))? = value.text?.template,
      case .steps(let id, let reference) = parsed.expression,
      let step = scope.step(id),
      let (name, pointer, _) = reference.resolve(declared: step.outputs.map(\.name.value)),
      pointer.tokens.isEmpty,
      let output = step.outputs.first(where: { $0.name.value == name })?.value.text,
      case .success(.expression(let source)) = output.template,
      case .response(.header(let header)) = source.expression,
      header.lowercased() == "set-cookie"
    else { return nil }
    return id
  }
}
