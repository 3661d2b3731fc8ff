import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// What the Arazzo document says of itself: `$self`, `$sourceDescriptions…`, `$components…`.
extension ValueCompiler {
  func selfURL(_ place: ExpressionPlace) -> ValuePlan? {
    if let url = scope.description.selfURL { return .literal(.string(url.value)) }
    diagnostics.error(
      "'$self' stands in a document without one", at: place.location,
      suggestion: "write $self: and the document's URI at its top")
    return nil
  }

  /// A field of a Source Description Object. An operation or a workflow that the same words may name
  /// is no value.
  func sourceField(_ name: String, _ field: String, _ place: ExpressionPlace) -> ValuePlan? {
    let sources = scope.description.sourceDescriptions
    guard let source = sources.first(where: { $0.name.value == name }) else {
      if scope.description.hasUnreadSources { return nil }
      diagnostics.error(
        "there is no source description \(name.quotedForMessage)", at: place.location,
        suggestion: didYouMean(name, in: sources.map(\.name.value)))
      return nil
    }
    if let value = source.node[field] { return .literal(LiteralPlan(value)) }
    let fields = source.node.mapping?.members.map(\.key.value) ?? []
    diagnostics.error(
      "source description '\(name)' has no field \(field.quotedForMessage)", at: place.location,
      suggestion: didYouMean(field, in: fields))
    return nil
  }

  /// The value of a parameter in `components`, as if it was written here.
  func component(_ kind: String, _ name: String, _ place: ExpressionPlace) -> ValuePlan? {
    guard kind == "parameters" else {
      return refuse(place, "only a parameter of 'components' has a value")
    }
    guard !isInComponent else {
      return refuse(place, "the value of a component can't be that of another one")
    }
    let parameters = scope.description.components.parameters
    guard let parameter = parameters[name] else {
      return refuse(
        place, "'components' has no \(name.quotedForMessage) under 'parameters'",
        suggestion: didYouMean(name, in: parameters.keys.sorted()))
    }
    var values = self
    values.isInComponent = true
    return values.value(parameter.value)
  }

  private func refuse(
    _ place: ExpressionPlace, _ reason: String, suggestion: String? = nil
  ) -> ValuePlan? {
    diagnostics.error(
      "\(place.written.quotedForMessage): \(reason)", at: place.location, suggestion: suggestion)
    return nil
  }
}
