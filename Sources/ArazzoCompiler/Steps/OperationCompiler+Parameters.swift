import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The parameters that a step sends.
extension OperationCompiler {
  /// - Returns: `nil` where it is not sent, or a mistake was reported.
  func parameter(_ parameter: Parameter) -> ParameterPlan? {
    guard var place = parameter.place.flatMap({ ParameterPlan.Place(rawValue: $0.rawValue) })
    else {
      diagnostics.error(
        "parameter \(parameter.name.value.quotedForMessage) needs 'in' (path, query, header or cookie)",
        at: parameter.location)
      return nil
    }
    let declared = declaration(parameter)
    declared?.schema?.reportBroken(diagnostics)
    if declared == nil { reportUndeclared(parameter, place) }
    var name = place == .path ? parameter.name.value : declared?.name ?? parameter.name.value
    let placement = placement(of: parameter)
    switch placement {
    case .asWritten: if place == .path, declared != nil { refuseUnplaced(parameter) }
    case .path: (place, name) = (.path, parameter.name.value)
    case .query(let sent, _): (place, name) = (.query, sent)
    case .nowhere: reportFixed(parameter)
    }
    guard let value = values.value(parameter.value, schema: declared?.schema) else { return nil }
    let own = declared?.place.rawValue == place.rawValue ? declared : nil
    guard let standard = serialization(own, place, value) else { return nil }
    if case .nowhere = placement { return nil }
    let serialization = placement.style(standard, ofOneText: value.type.isOneText)
    let isRequired = place == .path || declared?.isRequired == true
    if isRequired, values.canNeverBe(value) { refuse(parameter, place, value) }
    return ParameterPlan(
      name: name, place: place, value: text(value, parameter.value.node, declared),
      // Rule H12: nothing is sent without a credential that a step was to get.
      isRequired: isRequired || isCredential(parameter) && !value.variables.isEmpty,
      serialization: serialization == place.serialization ? nil : serialization,
      isSetCookie: takesSetCookie(parameter))
  }

  /// Rule V9: what is required must be able to be there.
  private func refuse(_ parameter: Parameter, _ place: ParameterPlan.Place, _ value: ValuePlan) {
    diagnostics.error(
      "\(place.rawValue) parameter \(parameter.name.value.quotedForMessage) of \(operation.method) "
        + "\(operation.path) is required, but "
        + "\(value.spelling?.quotedForMessage ?? "its value") never has a value",
      at: parameter.value.location, related: origin(of: value))
  }

  /// A number keeps its digits as they are written where nothing says that it is one.
  private func text(
    _ value: ValuePlan, _ node: Node, _ declared: OperationParameter?
  ) -> ValuePlan {
    guard case .literal(.number(let digits)) = value.kind, let written = node.numberAsWritten,
      declared?.schema?.admittedKinds == nil, String(Int(digits) ?? 0) != written
    else { return value }
    return .literal(.string(written))
  }

  /// A pair that the path has already is sent once.
  private func reportFixed(_ parameter: Parameter) {
    let name = parameter.name.value
    guard parameter.place == .query, let value = path.fixed[name] else { return }
    let literal = parameter.value.node.string ?? parameter.value.node.number
    guard literal != value else { return }
    diagnostics.warning(
      "the path of \(operation.method) \(operation.path) already has '\(name)=\(value)'; the "
        + "value that the step sets is not sent", at: parameter.name.location,
      suggestion: "remove the parameter")
  }

  /// A path parameter for which the path has no place.
  private func refuseUnplaced(_ parameter: Parameter) {
    let name = parameter.name.value
    let names = path.pathNames
    diagnostics.error(
      "\(operation.method) \(operation.path) declares the path parameter '\(name)', but its path "
        + "has no '{\(name)}'", at: parameter.name.location,
      suggestion: didYouMean(name, in: names)
        ?? "remove the parameter, or add '{\(name)}' to the path in the API description")
  }

  private func reportUndeclared(_ parameter: Parameter, _ place: ParameterPlan.Place) {
    let name = parameter.name.value
    if case .asWritten = placement(of: parameter) {} else { return }
    if place == .header, name.isHeaderOfItsOwn { return }
    let known = operation.parameters.filter { $0.place.rawValue == place.rawValue }.map(\.name)
    let what =
      "\(operation.method) \(operation.path) has no \(place.rawValue) parameter "
      + name.quotedForMessage
    let advice = Advice(name, in: known, instead: parameter.name)
    if place == .path {
      diagnostics.error(what, at: parameter.name.location, advice: advice)
    } else if place == .cookie ? !fillsScheme(parameter) : !isCredential(parameter) {
      diagnostics.undeclared(
        what + "; it is sent as written", at: parameter.name.location,
        cause: "\(place) parameter \(name)", suggestion: advice.suggestion, fix: advice.fix)
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

extension OperationCompiler.Placement {
  /// How the template has the value written.
  fileprivate func style(
    _ standard: SerializationPlan, ofOneText isOneText: Bool
  ) -> SerializationPlan {
    switch self {
    case .asWritten, .nowhere, .path(nil): return standard
    case .path(let style?): return style
    case .query(_, let explode):
      var plan = standard
      if plan.style == .form, !isOneText { plan.explode = explode && plan.explode }
      return plan
    }
  }
}

/// Names that can't go out as they are written (rule H2).
extension OperationCompiler {
  /// The parameters without those whose name no header field or cookie can have, and without those
  /// that only the transport sets; both are reported.
  func sendable(_ parameters: [Parameter]) -> [Parameter] {
    parameters.filter { parameter in
      guard let place = parameter.place, place == .header || place == .cookie else { return true }
      let name = parameter.name
      guard name.value.isHTTPToken else {
        reportName(name, of: place == .header ? "a header field" : "a cookie")
        return false
      }
      guard place == .header, name.value.isFramingField else { return true }
      reportFraming(parameter)
      return false
    }
  }

  private func reportName(_ name: Located<String>, of what: String) {
    let words = name.value.split(whereSeparator: \.isWhitespace)
    let mended = words.map { $0.filter(\.isHTTPTokenPart) }.joined(separator: "-")
    diagnostics.error(
      "\(name.value.quotedForMessage) can't be the name of \(what)", at: name.location,
      suggestion: mended.isEmpty || mended.isFramingField
        ? "remove this parameter" : "write \(mended)")
  }

  private func reportFraming(_ parameter: Parameter) {
    let name = parameter.name
    // Mistakes in the value are still reported.
    _ = values.value(parameter.value)
    let isHost = name.value.lowercased() == "host"
    diagnostics.warning(
      "the step can't set the header \(name.value.quotedForMessage), because the transport sets it; "
        + "it is left out",
      at: name.location,
      suggestion: isHost
        ? "remove this parameter; set the host with the client's 'baseURL' or 'servers'"
        : "remove this parameter")
  }
}

extension String {
  /// Whether the text is a token of HTTP (RFC 9110, section 5.6.2), as the names of header fields and
  /// cookies are.
  var isHTTPToken: Bool { !isEmpty && allSatisfy(\.isHTTPTokenPart) }

  /// Whether a header field of this name frames a message or belongs to its connection: the transport
  /// sets it, and the runtime refuses to. `_` counts as `-`, since there are servers that take one
  /// for the other.
  var isFramingField: Bool {
    framingFields.contains(lowercased().replacing("_", with: "-"))
  }
}

/// RFC 9110, sections 7.2, 7.6 and 10.1; RFC 9112, sections 6 and 9.
private let framingFields: Set<String> = [
  "connection", "content-length", "expect", "host", "http2-settings", "keep-alive",
  "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
]

extension Character {
  fileprivate var isHTTPTokenPart: Bool {
    isASCII && (isLetter || isNumber || "!#$%&'*+-.^_`|~".contains(self))
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
      "'Cookie' is set to the whole 'Set-Cookie' of step \(step.quotedForMessage); the names and "
        + "values of all cookies are sent, without their attributes",
      at: parameter.value.location,
      suggestion:
        "to send one cookie, add '.' and its name to '$response.header.Set-Cookie' in that step's "
        + "output, and set the parameter with 'in: cookie'")
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
      case .response(.header(let header, _)) = source.expression,
      header.lowercased() == "set-cookie"
    else { return nil }
    return id
  }
}
