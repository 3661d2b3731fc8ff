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
  /// The path parameters that the step sets, which settle between operations of one ID (dialect
  /// P16).
  var pathParameters: Set<String> = []

  typealias Candidate = (
    source: SourceDescription, api: OpenAPIDescription, entry: OpenAPIDescription.OperationEntry
  )

  /// The operation that a step calls; `nil` where it calls none, or where that was reported.
  func operation(of step: Step, in workflow: Workflow) -> FoundOperation? {
    var finder = self
    finder.pathParameters = Set(
      (step.parameters + workflow.parameters).filter { $0.place == .path }.map(\.name.value))
    return switch step.target {
    case .operationID(let reference), .operationPath(let reference): finder.find(reference)
    case .workflowID, .channelPath: nil
    }
  }

  private func find(_ reference: OperationReference) -> FoundOperation? {
    switch reference.form {
    case .id(.qualified(let rest)): return find(qualified: rest, reference.text)
    case .id:
      return loose(reference.text)
        ?? find(reference.value, in: catalog.openAPISources, reference.text)
    case .location(let location): return find(location, reference.text)
    case .path(let path, let method): return find(path: path, method, reference.text)
    case .unreadable:
      reportNoPlace(reference.text)
      return nil
    }
  }

  // MARK: operationId

  private func find(qualified rest: String, _ written: Located<String>) -> FoundOperation? {
    guard let (source, id) = catalog.all.qualifying(rest) else {
      unknownSource(String(rest.prefix { $0 != "." }), at: written.location)
      return nil
    }
    return find(
      id, in: [source], written, after: "\(QualifiedName.prefix)\(source.name.value).")
  }

  /// The operations of that ID. A source that can't be loaded was reported.
  private func candidates(_ id: String, in sources: [SourceDescription]) -> [Candidate]? {
    let apis = sources.compactMap { source in catalog.openAPI(source).map { (source, $0) } }
    guard apis.count == sources.count else { return nil }
    return apis.flatMap { source, api in api.operations(withID: id).map { (source, api, $0) } }
  }

  /// - Parameter qualifier: The text before the ID where it is written.
  private func find(
    _ id: String, in sources: [SourceDescription], _ written: Located<String>,
    after qualifier: String = ""
  ) -> FoundOperation? {
    guard let candidates = candidates(id, in: sources) else { return nil }
    guard candidates.isEmpty else {
      let names = Set(candidates.map(\.source.name.value)).sorted()
      let list = names.map { "'$sourceDescriptions.\($0).\(id)'" }.joined(separator: " or ")
      return choose(candidates, written, advice: "write \(list)", missing: {})
    }
    let known = sources.compactMap(catalog.openAPI).flatMap { $0.operations.compactMap(\.id) }
    let near = diagnostics.nearName(
      id, among: known, "the operationId", at: written.location,
      spelling: { qualifier + $0 })
    guard let near else {
      missingID(id, sources.compactMap(catalog.openAPI), written, after: qualifier)
      return nil
    }
    return near.isAmbiguous ? nil : find(near.name, in: sources, written, after: qualifier)
  }

  /// `SOURCE.ID` (dialect P8), where no operation has all of it as its ID.
  private func loose(_ written: Located<String>) -> FoundOperation? {
    guard let (source, id) = catalog.all.qualifying(written.value),
      candidates(written.value, in: catalog.openAPISources)?.isEmpty == true,
      let found = candidates(id, in: [source])
    else { return nil }
    guard found.isEmpty else {
      reportLoose(written, "$sourceDescriptions.\(written.value)", .p08LooseOperationID)
      return choose(found, written, missing: {})
    }
    let known = catalog.openAPI(source)?.operations.compactMap(\.id) ?? []
    guard case .one(let near) = NearName(id, among: known) else { return nil }
    let qualifier = "\(QualifiedName.prefix)\(source.name.value)."
    reportLoose(written, qualifier + near, .p08LooseOperationID)
    return find(id, in: [source], written, after: qualifier)
  }

  private func missingID(
    _ id: String, _ apis: [OpenAPIDescription], _ written: Located<String>, after qualifier: String
  ) {
    if catalog.hasUnreadSources { return }
    reportProblems(apis)
    let entries = apis.flatMap(\.operations)
    let fitting = entries.filter(takesPathParameters).compactMap(\.id)
    let fix = Advice(id, in: fitting, instead: written, after: qualifier).fix
    diagnostics.error(
      "no operation has the operationId \(id.quotedForMessage)", at: written.location,
      suggestion: fix == nil ? didYouMean(id, in: entries.compactMap(\.id)) : nil, fix: fix)
  }

  /// Says what kept parts of the descriptions from being read, once an operation is not found.
  func reportProblems(_ apis: [OpenAPIDescription]) {
    for problem in apis.flatMap(\.problems) {
      diagnostics.add(
        Diagnostic(
          .warning, "a path item can't be read: \(problem.message)", at: problem.location,
          suggestion: problem.suggestion))
    }
  }

  func unknownSource(_ name: String, at location: Location) {
    if catalog.hasUnreadSources { return }
    diagnostics.error(
      "there is no source description \(name.quotedForMessage)", at: location,
      suggestion: didYouMean(name, in: catalog.all.map(\.name.value)))
  }
}

/// Selects one of the operations that a name can refer to.
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
      "\($0.entry.method) \($0.entry.path)" + (isOfOneSource ? "" : " in '\($0.source.name.value)'")
    }
    let owner = isOfOneSource ? " of '\(first.source.name.value)'" : ""
    diagnostics.error(
      "'\(written.value)' names several operations\(owner): \(list.joined(separator: ", "))",
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
    let fitting = candidates.filter { takesPathParameters($0.entry) }
    guard let only = fitting.first, fitting.count == 1 else { return nil }
    diagnostics.dialect(
      .p16SharedOperationID, at: written.location, specSpelling: "write \(field(only))")
    return only
  }

  /// Whether the parameters of a path are exactly those that the step sets.
  func takesPathParameters(_ entry: OpenAPIDescription.OperationEntry) -> Bool {
    Set(pathParameters.map(\.foldedName)) == Set(entry.pathNames.map(\.foldedName))
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
    reportLoose(
      written, "$sourceDescriptions.\(candidates[0].source.name.value).\(written.value)",
      .p08OperationOfSeveralSources)
    return true
  }

  func reportLoose(
    _ written: Located<String>, _ spelling: String, _ dialect: Dialect = .p08LooseOperation
  ) {
    diagnostics.dialect(
      dialect, at: written.location,
      specSpelling: "write '\(spelling.withVisibleControls)'", fix: Fix(written, with: spelling))
  }

  /// The specification's spelling of an operation: the text after `operationPath:`.
  func spelling(
    _ source: SourceDescription, _ entry: OpenAPIDescription.OperationEntry
  ) -> String {
    let pointer = JSONPointer(tokens: ["paths", entry.path]).description
    // A pointer in a URI is percent-encoded (RFC 6901, section 6).
    let escaped = pointer.escaped { $0 == "%" ? "%25" : $0 == "#" ? "%23" : nil }
    let url = "{$sourceDescriptions.\(source.name.value).url}"
    let isAdditional = entry.pathItem["additionalOperations"]?[entry.method] != nil
    let method =
      isAdditional ? "additionalOperations/\(entry.method)" : entry.method.lowercased()
    return "\(url)#\(escaped)/\(method)"
  }

  /// The field that names the operation and no other, as YAML.
  private func field(_ candidate: Candidate) -> String {
    "operationPath: " + spelling(candidate.source, candidate.entry).inSingleQuotes
  }
}
