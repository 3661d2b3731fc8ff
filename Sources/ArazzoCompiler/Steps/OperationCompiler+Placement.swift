import ArazzoDescriptions
import ArazzoDocuments

/// Where a step's parameters go in the request.
extension OperationCompiler {
  /// Where the template of the path has a parameter.
  enum Placement {
    /// In the place of its `in`.
    case asWritten
    case path(SerializationPlan?)
    /// A pair of the query under another name, or in another style.
    case query(String, explode: Bool)
    /// Nowhere: in a fragment, or the path has the pair already.
    case nowhere
  }

  /// The parameters under the names that they have in the API description (dialect P15).
  func named(_ written: [Parameter]) -> [Parameter] {
    let exact = Set(written.map { Key($0) })
    return written.map { parameter in
      guard let place = parameter.place, place != .querystring else { return parameter }
      var parameter = parameter
      let name = place == .path ? path.name(for: parameter.name.value) : parameter.name.value
      let known = names(in: place)
      let isKnown = known.contains {
        $0 == name || place == .header && $0.lowercased() == name.lowercased()
      }
      parameter.name = Located(name, at: parameter.name.location)
      if isKnown || place == .header && name.isHeaderOfItsOwn { return parameter }
      let open = known.filter { !exact.contains(Key(place: place, name: $0)) }
      if let near = diagnostics.nearName(
        name, among: open, "the \(place.rawValue) parameter", at: parameter.name.location)
      {
        parameter.name = Located(near.name, at: parameter.name.location)
      }
      return parameter
    }
  }

  private struct Key: Hashable {
    let place: Parameter.Place?
    let name: String

    init(_ parameter: Parameter) { self.init(place: parameter.place, name: parameter.name.value) }

    init(place: Parameter.Place?, name: String) {
      self.place = place
      self.name = place == .header ? name.lowercased() : name
    }
  }

  /// The names that a place has by the description and by the template of the path.
  private func names(in place: Parameter.Place) -> [String] {
    let declared = operation.parameters.filter { $0.place.rawValue == place.rawValue }
      .map { place == .path ? path.name(for: $0.name) : $0.name }
    let isInTemplate = place == .path || place == .query
    let template = isInTemplate ? path.pathNames + path.pairs.map(\.parameter) : []
    return declared + template.filter { !declared.contains($0) }
  }

  /// Where the parameter goes, filled from wherever it is declared (rule H10).
  func placement(of parameter: Parameter) -> Placement {
    let name = parameter.name.value
    guard parameter.place == .path || parameter.place == .query else { return .asWritten }
    let isQuery = parameter.place == .query
    if isQuery, path.fixed[name] != nil { return .nowhere }
    if let pair = path.pairs.first(where: { $0.parameter == name }) {
      return .query(pair.name, explode: pair.explode)
    }
    if let placeholder = path.placeholders.first(where: { $0.name == name }) {
      return isQuery && isDeclared(name, in: .path) ? .asWritten : .path(placeholder.style)
    }
    return path.unsent.contains(name) && !isQuery ? .nowhere : .asWritten
  }

  private func isDeclared(_ name: String, in place: OperationParameter.Place) -> Bool {
    operation.parameters.contains { $0.place == place && path.name(for: $0.name) == name }
  }

  /// The declared parameter: for a placeholder of the path, whatever its `in`.
  func declaration(_ parameter: Parameter) -> OperationParameter? {
    if let own = operation.parameters.first(where: { $0.isSet(by: parameter) }) { return own }
    let name = parameter.name.value
    if let own = operation.parameters.first(where: {
      $0.place.rawValue == parameter.place?.rawValue && path.name(for: $0.name) == name
    }) {
      return own
    }
    switch placement(of: parameter) {
    case .asWritten: return nil
    case .path, .query, .nowhere:
      return operation.parameters.first {
        ($0.place == .path || $0.place == .query) && $0.name == name
      }
    }
  }
}

extension PathTemplate.Placeholder {
  /// How the operator has the value written; `nil` leaves it to the parameter.
  fileprivate var style: SerializationPlan? {
    switch mark {
    case ".": SerializationPlan(style: .label, explode: isExploded)
    case ";": SerializationPlan(style: .matrix, explode: isExploded)
    case "/": SerializationPlan(style: isExploded ? .segments : .simple, explode: isExploded)
    case "+": SerializationPlan(style: .simple, explode: false)
    default: isExploded ? SerializationPlan(style: .simple, explode: true) : nil
    }
  }
}

extension String {
  /// Whether OpenAPI ignores a header parameter of this name (rule H9).
  var isHeaderOfItsOwn: Bool { ["accept", "authorization", "content-type"].contains(lowercased()) }
}
