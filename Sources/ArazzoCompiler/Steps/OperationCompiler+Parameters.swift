import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The parameters that a step sends.
extension OperationCompiler {
  func parameter(_ parameter: Parameter) -> ParameterPlan? {
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
    guard let serialization = serialization(declared, place, value) else { return nil }
    let isRequired = place == .path || declared?.isRequired == true
    if isRequired, values.canNeverBe(value) { refuse(parameter, place, value) }
    return ParameterPlan(
      name: declared?.name ?? parameter.name.value, place: place, value: value,
      // Rule H12: nothing is sent without a credential that a step was to get.
      isRequired: isRequired || isCredential(parameter) && !value.variables.isEmpty,
      serialization: serialization == place.serialization ? nil : serialization,
      isSetCookie: takesSetCookie(parameter))
  }

  /// Rule V9: what is required must be able to be there.
  private func refuse(_ parameter: Parameter, _ place: ParameterPlan.Place, _ value: ValuePlan) {
    diagnostics.error(
      "\(place.rawValue) parameter \(parameter.name.value.quotedForMessage) of \(operation.method) "
        + "\(operation.path) is required, and "
        + "\((value.spelling ?? "its value").quotedForMessage) can never have a value",
      at: parameter.value.location)
  }

  private func declaration(_ parameter: Parameter) -> OperationParameter? {
    operation.parameters.first { $0.isSet(by: parameter) }
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
    if place == .querystring { return true }
    let other = parameter.name.value
    return name == other || (place == .header && name.lowercased() == other.lowercased())
  }
}

extension Parameter {
  /// Whether another one has the same name and place; header names have no case.
  func isNamed(as other: Parameter) -> Bool {
    guard place == other.place else { return false }
    let (own, name) = (name.value, other.name.value)
    return own == name || (place == .header && own.lowercased() == name.lowercased())
  }
}
