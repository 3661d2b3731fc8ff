import HTTPTypes

extension StepRequest {
  /// Sets a parameter in the default style of its place, or as `write` has it.
  package mutating func set(
    _ name: String, in place: ParameterPlace, to value: (any JSONRepresentable)?,
    required: Bool = false, from expression: String? = nil, as write: ParameterWriting? = nil
  ) throws(WorkflowError) {
    try check(name, in: place)
    let own = place == .path ? path.writer(of: name)?.written : nil
    let parameter = try parameter(
      name, in: place, value, required: required, from: expression, as: write ?? own)
    if place == .path, ["", ".", ".."].contains(parameter?.written ?? "") {
      throw invalid(
        "the path parameter '\(name)' must not be empty, '.' or '..', because that changes the path"
      )
    }
    parameters.removeAll { $0.place == place && $0.isNamed(name) }
    if let parameter { parameters.append(parameter) }
  }

  /// The text of a value with its name where the style has it; `nil` where there is nothing to write.
  package typealias ParameterWriting =
    @Sendable (JSONValue) throws(ParameterWriter.Refusal) -> String?

  private func check(_ name: String, in place: ParameterPlace) throws(WorkflowError) {
    switch place {
    case .path where !path.names.contains(name):
      throw invalid("the path has no parameter '\(name)'")
    case .header: try checkHeaderName(name)
    case .cookie where HTTPField.Name(name) == nil:
      throw invalid("'\(name)' can't be the name of a cookie")
    case .path, .query, .cookie: break
    }
  }

  /// The parameter as it is written; `nil` where there is nothing to send.
  func parameter(
    _ name: String, in place: ParameterPlace, _ value: (any JSONRepresentable)?, required: Bool,
    from expression: String?, as write: ParameterWriting? = nil
  ) throws(WorkflowError) -> Parameter? {
    let json = value?.jsonValue ?? .null
    let what = "the \(place) parameter '\(name)'"
    if required, json == .null { throw missing(what, from: expression) }
    do throws(ParameterWriter.Refusal) {
      let write = write ?? ParameterWriter(name, in: place).written
      guard let written = try write(json) else { return nil }
      return Parameter(
        name: name, place: place, written: written, texts: json.elementTexts,
        isSecret: place == .cookie || value?.isSecret ?? false)
    } catch {
      throw invalid("\(what) \(error.reason)")
    }
  }

  /// The parameters of a place, in the order in which they were set.
  func parameters(in place: ParameterPlace) -> [Parameter] {
    parameters.filter { $0.place == place }
  }

  /// Refuses a name that no header field can have, and those that only the transport sets (rule H2).
  package func checkHeaderName(_ name: String) throws(WorkflowError) {
    guard HTTPField.Name(name) != nil else {
      throw invalid("'\(name)' can't be the name of a header field")
    }
    if FramingFields.contains(name) {
      throw invalid("the header field '\(name)' can't be set, because the transport sets it")
    }
  }

  /// Refuses what would end a header field and begin another (rule H2).
  package func checkHeader(_ name: String, _ value: String) throws(WorkflowError) {
    try checkHeaderName(name)
    _ = try parameter(name, in: .header, value, required: false, from: nil)
  }

  package func invalid(_ reason: String) -> WorkflowError {
    context.error(.invalidRequest, reason)
  }

  package func missing(_ what: String, from expression: String?) -> WorkflowError {
    let cause = expression.map { ": \($0) is missing" } ?? ""
    return context.error(.missingValue, "\(what) has no value\(cause)")
  }
}

extension StepRequest.Parameter {
  /// Header names have no case.
  func isNamed(_ other: String) -> Bool {
    name == other || (place == .header && name.lowercased() == other.lowercased())
  }
}

extension JSONValue {
  /// The texts of an array's elements, else the text of the value.
  fileprivate var elementTexts: [String] {
    guard case .array(let elements) = self else { return [text] }
    return elements.filter { $0 != .null }.map(\.text)
  }
}
