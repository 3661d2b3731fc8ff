import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// An operation with the source description that it was found in.
struct FoundOperation {
  let operation: Operation
  let source: SourceDescription
  let api: OpenAPIDescription
  /// The name of the source among the servers of the plan.
  let server: String
}

/// Finds the operation that a step names (Arazzo 1.0.1, "Step Object", `operationId` and
/// `operationPath`).
struct OperationFinder {
  let catalog: SourceCatalog
  let diagnostics: Diagnostics

  typealias Candidate = (
    source: SourceDescription, api: OpenAPIDescription, entry: OpenAPIDescription.OperationEntry
  )

  /// The operation that a step calls; `nil` where it calls none, or where that was reported.
  func operation(of step: Step) -> FoundOperation? {
    switch step.target {
    case .operationID(let id): find(id: id)
    case .operationPath(let path): find(path: path)
    case .workflowID, .channelPath: nil
    }
  }

  // MARK: operationId

  func find(id written: Located<String>) -> FoundOperation? {
    let prefix = "$sourceDescriptions."
    if written.value.contains("#/paths/") { return find(path: written) }
    if written.value.hasPrefix(prefix) {
      let rest = String(written.value.dropFirst(prefix.count))
      guard let (source, id) = qualified(rest) else {
        unknownSource(String(rest.prefix { $0 != "." }), at: written.location)
        return nil
      }
      return find(id, in: [source], written)
    }
    if let found = loose(written) { return found }
    return find(written.value, in: catalog.openAPISources, written)
  }

  /// The operations of that ID. A source that can't be had was reported.
  private func candidates(_ id: String, in sources: [SourceDescription]) -> [Candidate]? {
    let apis = sources.compactMap { source in catalog.openAPI(source).map { (source, $0) } }
    guard apis.count == sources.count else { return nil }
    return apis.flatMap { source, api in api.operations(withID: id).map { (source, api, $0) } }
  }

  private func find(
    _ id: String, in sources: [SourceDescription], _ written: Located<String>
  ) -> FoundOperation? {
    guard let candidates = candidates(id, in: sources) else { return nil }
    return choose(
      candidates, written, advice: "write '$sourceDescriptions.NAME.\(id)'",
      missing: { missingID(id, sources.compactMap(catalog.openAPI), written) })
  }

  /// `SOURCE.ID` (dialect P8), where no operation has all of it as its ID.
  private func loose(_ written: Located<String>) -> FoundOperation? {
    guard let (source, id) = qualified(written.value),
      candidates(written.value, in: catalog.openAPISources)?.isEmpty == true,
      let found = candidates(id, in: [source]), !found.isEmpty
    else { return nil }
    reportLoose(written, "$sourceDescriptions.\(written.value)")
    return choose(found, written, missing: {})
  }

  /// The source, the one with the longest name that fits, and what follows it.
  private func qualified(_ text: String) -> (SourceDescription, String)? {
    let match = catalog.all.filter { text.hasPrefix($0.name.value + ".") }
      .max { $0.name.value.count < $1.name.value.count }
    return match.map { ($0, String(text.dropFirst($0.name.value.count + 1))) }
  }

  private func missingID(_ id: String, _ apis: [OpenAPIDescription], _ written: Located<String>) {
    reportProblems(apis)
    let known = apis.flatMap { $0.operations.compactMap(\.id) }
    diagnostics.error(
      "no operation has the operationId \(id.quotedForMessage)", at: written.location,
      suggestion: didYouMean(id, in: known))
  }

  /// Says what kept parts of the descriptions from being read, once an operation is not found.
  func reportProblems(_ apis: [OpenAPIDescription]) {
    for problem in apis.flatMap(\.problems) {
      diagnostics.add(
        Diagnostic(
          .warning, "a path item is not read: \(problem.message)", at: problem.location,
          suggestion: problem.suggestion))
    }
  }

  func choose(
    _ candidates: [Candidate], _ written: Located<String>, advice: String? = nil,
    missing: () -> Void
  ) -> FoundOperation? {
    guard let first = candidates.first else {
      missing()
      return nil
    }
    if candidates.count > 1, !areOneRequest(candidates, written) {
      let list = candidates.prefix(5).map {
        "\($0.entry.method) \($0.entry.path) in '\($0.source.name.value)'"
      }
      diagnostics.error(
        "\(written.value.quotedForMessage) names more than one operation: \(list.joined(separator: ", "))",
        at: written.location, suggestion: advice)
      return nil
    }
    guard let operation = first.api.operation(first.entry, diagnostics) else { return nil }
    return FoundOperation(
      operation: operation, source: first.source, api: first.api,
      server: catalog.serverName(first.source))
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
      specSpelling: "write \(spelling.quotedForMessage)")
  }

  func unknownSource(_ name: String, at location: Location) {
    diagnostics.error(
      "there is no source description \(name.quotedForMessage)", at: location,
      suggestion: didYouMean(name, in: catalog.all.map(\.name.value)))
  }
}
