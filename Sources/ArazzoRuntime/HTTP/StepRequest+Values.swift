/// Where in a request a parameter goes.
enum ParameterPlace: String {
  case path, query, header, cookie
}

extension StepRequest {
  /// The texts of a value in the default style of its place (rule H1): one for a scalar, any number
  /// for an array, `nil` where there is nothing to send.
  func texts(
    _ value: (any JSONRepresentable)?, _ place: ParameterPlace, _ name: String, required: Bool,
    from expression: String?
  ) throws(WorkflowError) -> [String]? {
    let json = value?.jsonValue ?? .null
    if let text = json.parameterText { return [text] }
    switch json {
    case .array(let elements) where place != .cookie:
      return try arrayTexts(elements, place, name)
    case .array, .object:
      throw invalid("the \(place) parameter '\(name)' can't be \(json.kind)")
    default:
      if required { throw missing("the \(place) parameter '\(name)'", from: expression) }
      return nil
    }
  }

  private func arrayTexts(
    _ elements: [JSONValue], _ place: ParameterPlace, _ name: String
  ) throws(WorkflowError) -> [String]? {
    var texts: [String] = []
    for element in elements where element != .null {
      guard let text = element.parameterText else {
        throw invalid(
          "the \(place) parameter '\(name)' can't be an array with \(element.kind) in it")
      }
      texts.append(text)
    }
    return texts.isEmpty ? nil : texts
  }

  /// Refuses what would end a header field or a cookie and begin another (rule H2).
  func checkCharacters(
    _ texts: [String], _ place: ParameterPlace, _ name: String
  ) throws(WorkflowError) {
    for scalar in texts.lazy.flatMap(\.unicodeScalars) {
      let isControl = (scalar.value < 0x20 && scalar != "\t") || scalar.value == 0x7F
      guard isControl || (place == .cookie && scalar == ";") else { continue }
      let found = isControl ? "a control character such as a line break" : "a semicolon"
      throw invalid("the value of the \(place) '\(name)' holds \(found)")
    }
  }

  package func invalid(_ reason: String) -> WorkflowError {
    context.error(.invalidRequest, reason)
  }

  func missing(_ what: String, from expression: String?) -> WorkflowError {
    let cause = expression.map { ": \($0) is missing" } ?? ""
    return context.error(.missingValue, "\(what) has no value\(cause)")
  }
}

extension JSONValue {
  /// How a scalar reads as text; `nil` for `null`, arrays and objects.
  fileprivate var parameterText: String? {
    switch self {
    case .string, .number, .bool: text
    case .null, .array, .object: nil
    }
  }
}
