import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The parameters that a step sends.
extension OperationCompiler {
  func parameter(_ parameter: Parameter) -> ParameterPlan? {
    if parameter.place == .querystring {
      diagnostics.error("'in: querystring' is not supported yet", at: parameter.location)
      return nil
    }
    guard let place = parameter.place.flatMap({ ParameterPlan.Place(rawValue: $0.rawValue) })
    else {
      diagnostics.error(
        "parameter \(parameter.name.value.quotedForMessage) needs 'in' (path, query, header or cookie)",
        at: parameter.location)
      return nil
    }
    let declared = declaration(parameter)
    declared?.schema?.reportBroken(diagnostics)
    if declared == nil { reportUndeclared(parameter, place) }
    guard let value = values.value(parameter.value, schema: declared?.schema) else { return nil }
    if let declared, !isWritable(declared, parameter, value) { return nil }
    return ParameterPlan(
      name: declared?.name ?? parameter.name.value, place: place, value: value,
      isRequired: place == .path || declared?.isRequired == true)
  }

  private func declaration(_ parameter: Parameter) -> OperationParameter? {
    operation.parameters.first { $0.isSet(by: parameter) }
  }

  /// Whether the parameter's serialisation is one that can be written; else an error.
  private func isWritable(
    _ declared: OperationParameter, _ parameter: Parameter, _ value: ValuePlan
  ) -> Bool {
    if declared.contentType != nil {
      return refuse("a parameter described by 'content'", parameter)
    }
    let kinds = declared.schema?.kinds ?? []
    guard kinds.contains(.array) || kinds.contains(.object) else { return true }
    let isForm = declared.style.map { $0 == "form" } ?? true
    if declared.place == .query, isForm, declared.explode ?? true, !kinds.contains(.object) {
      return true
    }
    guard !value.type.isScalar else { return true }
    let kind = kinds.contains(.array) ? "an array" : "an object"
    let style = declared.style.map { " of style '\($0)'" } ?? ""
    return refuse("\(kind) in a \(declared.place.rawValue) parameter\(style)", parameter)
  }

  private func refuse(_ what: String, _ parameter: Parameter) -> Bool {
    diagnostics.error(
      "parameter \(parameter.name.value.quotedForMessage): \(what) is not supported yet",
      at: parameter.location)
    return false
  }

  private func reportUndeclared(_ parameter: Parameter, _ place: ParameterPlan.Place) {
    let name = parameter.name.value
    if place == .path, operation.path.contains("{\(name)}") { return }
    if place == .header, ["authorization", "accept", "content-type"].contains(name.lowercased()) {
      return
    }
    let known = operation.parameters.filter { $0.place.rawValue == place.rawValue }.map(\.name)
    let what =
      "\(operation.method) \(operation.path) has no \(place.rawValue) parameter "
      + name.quotedForMessage
    if place == .path {
      diagnostics.error(
        what, at: parameter.name.location, suggestion: didYouMean(name, in: known))
    } else if !isCredential(parameter) {
      diagnostics.undeclared(
        what + "; it is sent as written", at: parameter.name.location,
        suggestion: didYouMean(name, in: known))
    }
  }

  func isCredential(_ parameter: Parameter) -> Bool {
    scope.targets[step.id.value]?.isCredential(parameter) ?? false
  }
}

extension OperationParameter {
  /// Whether a step's parameter is this one; header names have no case.
  func isSet(by parameter: Parameter) -> Bool {
    guard place.rawValue == parameter.place?.rawValue else { return false }
    let other = parameter.name.value
    return name == other || (place == .header && name.lowercased() == other.lowercased())
  }
}

extension TypePlan {
  /// Whether it is sure to be written as one text.
  fileprivate var isScalar: Bool {
    switch self {
    case .string, .secret, .integer, .number, .boolean, .enumeration: true
    case .json, .array, .dictionary, .structure: false
    }
  }
}
