extension StepRequest {
  /// The parameter as it is written; `nil` where there is nothing to send.
  func parameter(
    _ value: (any JSONRepresentable)?, _ writer: ParameterWriter, required: Bool,
    from expression: String?
  ) throws(WorkflowError) -> Parameter? {
    let json = value?.jsonValue ?? .null
    let what = "the \(writer.place) parameter '\(writer.name)'"
    if required, json == .null { throw missing(what, from: expression) }
    do throws(ParameterWriter.Refusal) {
      return try writer.written(json).map { written in
        Parameter(
          name: writer.name, written: written, texts: json.elementTexts,
          isSecret: writer.place == .cookie || value?.isSecret ?? false)
      }
    } catch {
      throw invalid("\(what) \(error.reason)")
    }
  }

  /// Refuses what would end a header field and begin another (rule H2).
  func checkHeader(_ name: String, _ value: String) throws(WorkflowError) {
    let writer = ParameterWriter(name: name, place: .header, style: .simple, explode: false)
    _ = try parameter(value, writer, required: false, from: nil)
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
  /// The texts of an array's elements, else the text of the value.
  fileprivate var elementTexts: [String] {
    guard case .array(let elements) = self else { return [text] }
    return elements.filter { $0 != .null }.map(\.text)
  }
}
