import ArazzoDocuments

/// The object that a list of parameters belongs to.
enum ParameterContext {
  /// An operation, where each parameter needs `in`.
  case operation
  /// A workflow's inputs, which have no places.
  case workflow
  /// Unknown: the parameters of a workflow and of `components`.
  case anything

  init(_ target: Step.Target?) {
    self =
      switch target {
      case .workflowID: .workflow
      case .operationID, .operationPath, .channelPath: .operation
      case nil: .anything
      }
  }
}

extension ArazzoReader {
  func parameters(_ fields: Fields, in home: ParameterContext) -> [Parameter] {
    var duplicates = Duplicates(diagnostics)
    let nodes = fields.sequence("parameters", of: "parameters")
    return nodes.enumerated().compactMap { number, node -> Parameter? in
      let name = node["name"]?.string.map { "'\($0)'" } ?? "\(number + 1)"
      let subject = "parameter \(name) of \(fields.subject)"
      guard let parameter = reusableParameter(node, subject, in: home) else { return nil }
      let place = parameter.place.map { " in \($0.rawValue)" } ?? ""
      let title = "parameter '\(parameter.name.value)'\(place)"
      duplicates.check(
        "\(fields.subject): \(title)", key: title, at: parameter.location)
      return parameter
    }
  }

  private func reusableParameter(
    _ node: Node, _ subject: String, in home: ParameterContext
  ) -> Parameter? {
    guard isReusable(node) else {
      return parameter(node, subject, in: home)
    }
    guard let fields = Fields(node, subject, diagnostics),
      let reference = reference(in: fields),
      var parameter = resolve(reference, "parameters", among: parameters, subject)
    else { return nil }
    parameter.location = node.location
    if let value = fields.mapping["value"] {
      checkSelector(value, fields, as: "'value'")
      parameter.value = DocumentValue(value)
    }
    return placed(parameter, fields, in: home)
  }

  func parameter(_ node: Node, _ subject: String, in home: ParameterContext) -> Parameter? {
    guard let fields = Fields(node, subject, diagnostics) else { return nil }
    fields.check(known: ["name", "in", "value"])
    let name = fields.requiredString("name")
    let place = place(fields)
    let value = fields.required("value")
    if let value { checkSelector(value, fields, as: "'value'") }
    guard let name, let value, place.isReadable else { return nil }
    return placed(
      Parameter(
        name: name, place: place.value, value: DocumentValue(value), location: node.location),
      fields, in: home)
  }

  private func place(_ fields: Fields) -> (value: Parameter.Place?, isReadable: Bool) {
    guard let word = fields.string("in") else {
      return (nil, fields.mapping["in"].map { $0.isNull || $0.string == "" } ?? true)
    }
    switch word.value {
    case "querystring":
      laterConstructs.note("'in: querystring'", at: word.location)
      return (.querystring, true)
    case "body":
      diagnostics.error(
        "\(fields.subject): a parameter can't be in the body", at: word.location,
        suggestion: "write the step's 'requestBody' instead")
      return (nil, false)
    default:
      let place = fields.choice(
        word, "in", among: [Parameter.Place.path, .query, .querystring, .header, .cookie])
      return (place, place != nil)
    }
  }

  private func placed(
    _ parameter: Parameter, _ fields: Fields, in home: ParameterContext
  ) -> Parameter? {
    var parameter = parameter
    switch home {
    case .anything: break
    case .workflow: parameter.place = nil
    case .operation where parameter.place == nil:
      diagnostics.error(
        "\(fields.subject) lacks the required field 'in'", at: parameter.location,
        suggestion: "write in: path, query, querystring, header or cookie")
      return nil
    case .operation: break
    }
    return parameter
  }
}
