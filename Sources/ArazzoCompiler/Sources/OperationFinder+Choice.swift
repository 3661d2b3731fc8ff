import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Which of the operations is meant that a name stands for.
extension OperationFinder {
  func choose(
    _ candidates: [Candidate], _ written: Located<String>, advice: String? = nil,
    missing: () -> Void
  ) -> FoundOperation? {
    guard let first = candidates.first else {
      missing()
      return nil
    }
    if candidates.count == 1 || areOneRequest(candidates, written) { return found(first, written) }
    if let settled = settled(candidates, written) { return found(settled, written) }
    let isOfOneSource = Set(candidates.map(\.source.name.value)).count == 1
    let list = candidates.map {
      "\($0.entry.method) \($0.entry.path) in '\($0.source.name.value)'"
    }
    diagnostics.error(
      "'\(written.value)' names more than one operation: \(list.joined(separator: ", "))",
      at: written.location,
      suggestion: isOfOneSource || advice == nil
        ? "write \(candidates.map(field).joined(separator: " or "))" : advice)
    return nil
  }

  private func found(_ candidate: Candidate, _ written: Located<String>) -> FoundOperation? {
    guard let operation = candidate.api.operation(candidate.entry, diagnostics) else { return nil }
    if operation.isDeprecated {
      let request = "\(operation.method) \(operation.path)"
      diagnostics.note(
        "\(request) is deprecated", at: written.location,
        cause: "deprecated \(candidate.source.name.value) \(request)")
    }
    return FoundOperation(
      operation: operation, source: candidate.source, api: candidate.api,
      server: catalog.serverName(candidate.source))
  }

  /// The only operation whose path parameters are exactly those that the step sets, where one
  /// description has several operations of that ID (dialect P16).
  private func settled(_ candidates: [Candidate], _ written: Located<String>) -> Candidate? {
    guard let first = candidates.first,
      candidates.allSatisfy({
        $0.source.name.value == first.source.name.value && $0.entry.id == first.entry.id
      }), let id = first.entry.id, written.value.foldedName.hasSuffix(id.foldedName)
    else { return nil }
    let fitting = candidates.filter { takesPathParameters($0.entry.path) }
    guard let only = fitting.first, fitting.count == 1 else { return nil }
    diagnostics.dialect(
      .p16SharedOperationID, at: written.location, specSpelling: "write \(field(only))")
    return only
  }

  /// Whether the parameters of a path are exactly those that the step sets.
  func takesPathParameters(_ path: String) -> Bool {
    Set(pathParameters.map(\.foldedName)) == Set(PathReading(path).pathNames.map(\.foldedName))
  }

  /// Whether descriptions that overlap speak of the same request (dialect P8).
  private func areOneRequest(_ candidates: [Candidate], _ written: Located<String>) -> Bool {
    let requests = candidates.map { candidate -> [String]? in
      let operation = candidate.api.operation(candidate.entry, Diagnostics())
      guard let servers = operation?.servers.map(\.urlWithDefaults),
        servers.allSatisfy({ $0.contains("://") })
      else { return nil }
      return [candidate.entry.method, candidate.entry.path] + servers
    }
    guard let first = requests.first ?? nil, requests.allSatisfy({ $0 == first }) else {
      return false
    }
    reportLoose(written, "$sourceDescriptions.\(candidates[0].source.name.value).\(written.value)")
    return true
  }

  func reportLoose(_ written: Located<String>, _ spelling: String) {
    diagnostics.dialect(
      .p08LooseOperation, at: written.location,
      specSpelling: "write '\(spelling.withVisibleControls)'", fix: Fix(written, with: spelling))
  }

  /// How the specification would have an operation named: what stands after `operationPath:`.
  func spelling(
    _ source: SourceDescription, _ entry: OpenAPIDescription.OperationEntry
  ) -> String {
    let pointer = JSONPointer(tokens: ["paths", entry.path]).description
    // A pointer in a URI is percent-encoded (RFC 6901, section 6).
    let escaped = pointer.replacing("%", with: "%25").replacing("#", with: "%23")
    let url = "{$sourceDescriptions.\(source.name.value).url}"
    let isAdditional = entry.pathItem["additionalOperations"]?[entry.method] != nil
    let method =
      isAdditional ? "additionalOperations/\(entry.method)" : entry.method.lowercased()
    return "\(url)#\(escaped)/\(method)"
  }

  /// The field that names the operation and no other, as YAML.
  private func field(_ candidate: Candidate) -> String {
    let path = spelling(candidate.source, candidate.entry)
    return "operationPath: '\(path.replacing("'", with: "''"))'"
  }
}
