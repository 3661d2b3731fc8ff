import ArazzoDescriptions

extension OperationCompiler {
  /// The media types that the step can use, for `Accept`: XML's where a criterion asks for XML,
  /// otherwise JSON's, and all that are offered where there are none of these.
  var acceptedTypes: [String] {
    let offered = operation.responses.filter { $0.status.hasPrefix("2") || $0.status == "default" }
      .flatMap(\.content)
    let xml = readsXML ? offered.filter { $0.name.isXMLMediaType } : []
    var seen: Set<String> = []
    let preferred = xml.isEmpty ? offered.filter(\.isJSON) : xml
    return (preferred.isEmpty ? offered : preferred).map(\.name)
      .filter { seen.insert($0).inserted }
  }

  /// Whether a criterion or an output of the step asks an XPath expression of its response.
  private var readsXML: Bool {
    let selectors = step.outputs.compactMap { SelectorObject($0.value) }
    let isSelected = selectors.contains {
      $0.language == .xpath && $0.context.value == "$response.body"
    }
    if isSelected { return true }
    let criteria = step.successCriteria + (step.onSuccess + step.onFailure).flatMap(\.criteria)
    return criteria.contains { $0.kind == .xpath && $0.context?.value == "$response.body" }
  }
}
