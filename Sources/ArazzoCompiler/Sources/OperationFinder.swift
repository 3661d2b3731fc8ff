import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// An operation with the source description that it was found in.
struct FoundOperation {
  let operation: Operation
  let source: SourceDescription
  let api: OpenAPIDescription
}

/// Finds the operation that a step names (Arazzo 1.0.1, "Step Object", `operationId` and
/// `operationPath`).
struct OperationFinder {
  let catalog: SourceCatalog
  let diagnostics: Diagnostics

  private typealias Candidate = (
    source: SourceDescription, api: OpenAPIDescription, entry: OpenAPIDescription.OperationEntry
  )

  // MARK: operationId

  func find(id written: Located<String>) -> FoundOperation? {
    let (sources, id, isLoose) = sourcesAndID(written)
    guard let sources else { return nil }
    let apis = sources.compactMap { source in catalog.openAPI(source).map { (source, $0) } }
    guard apis.count == sources.count else { return nil }
    let candidates: [Candidate] = apis.flatMap { source, api in
      api.operations(withID: id).map { (source, api, $0) }
    }
    if isLoose, !candidates.isEmpty {
      diagnostics.dialect(
        .p08LooseOperation, at: written.location,
        specSpelling: "write '$sourceDescriptions.\(written.value)'")
    }
    return choose(candidates, written, missing: { missingID(id, apis.map(\.1), written) })
  }

  /// The sources to search and the ID in them.
  private func sourcesAndID(
    _ written: Located<String>
  ) -> (sources: [SourceDescription]?, id: String, isLoose: Bool) {
    let prefix = "$sourceDescriptions."
    let isQualified = written.value.hasPrefix(prefix)
    let rest = isQualified ? String(written.value.dropFirst(prefix.count)) : written.value
    let match = catalog.all.map(\.name.value).filter { rest.hasPrefix($0 + ".") }
      .max { $0.count < $1.count }
    if let match, let source = catalog.source(named: match) {
      return ([source], String(rest.dropFirst(match.count + 1)), !isQualified)
    }
    guard isQualified else { return (catalog.openAPISources, rest, false) }
    let name = String(rest.prefix { $0 != "." })
    unknownSource(name, at: written.location)
    return (nil, rest, false)
  }

  private func missingID(_ id: String, _ apis: [OpenAPIDescription], _ written: Located<String>) {
    let known = apis.flatMap { $0.operations.compactMap(\.id) }
    diagnostics.error(
      "no operation has the operationId '\(id)'", at: written.location,
      suggestion: didYouMean(id, in: known))
  }

  // MARK: operationPath

  func find(path written: Located<String>) -> FoundOperation? {
    guard let (source, pointerText) = sourceAndPointer(written) else { return nil }
    guard let api = catalog.openAPI(source) else { return nil }
    guard let pointer = try? JSONPointer(parsingFragment: pointerText) else {
      diagnostics.error(
        "'#\(pointerText)' is not a JSON Pointer", at: written.location,
        suggestion: "write the path with '/' as '~1': '#/paths/~1things~1{id}/get'")
      return nil
    }
    if let entry = api.entry(atPointer: pointer) {
      return choose([(source, api, entry)], written, missing: {})
    }
    let known = api.operations.map { "\($0.method) \($0.path)" }
    let wanted = pointer.tokens.dropFirst().reversed().joined(separator: " ")
    diagnostics.error(
      "'\(source.name.value)' has no operation at '#\(pointer)'", at: written.location,
      suggestion: didYouMean(wanted, in: known))
    return nil
  }

  /// `{$sourceDescriptions.NAME.url}#/paths/…`, without braces too (dialect P8).
  private func sourceAndPointer(
    _ written: Located<String>
  ) -> (SourceDescription, String)? {
    let parts = written.value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return noPointer(written) }
    var reference = String(parts[0])
    let isBraced = reference.hasPrefix("{") && reference.hasSuffix("}")
    if isBraced { reference = String(reference.dropFirst().dropLast()) }
    let name = sourceName(reference) ?? (catalog.source(named: reference) == nil ? nil : reference)
    guard let name else { return noPointer(written) }
    guard let source = catalog.source(named: name) else {
      unknownSource(name, at: written.location)
      return nil
    }
    if !isBraced || sourceName(reference) == nil {
      diagnostics.dialect(
        .p08LooseOperation, at: written.location,
        specSpelling: "write '{$sourceDescriptions.\(name).url}#\(parts[1])'")
    }
    return (source, String(parts[1]))
  }

  /// The NAME of `$sourceDescriptions.NAME.url`.
  private func sourceName(_ reference: String) -> String? {
    let prefix = "$sourceDescriptions."
    guard reference.hasPrefix(prefix), reference.hasSuffix(".url") else { return nil }
    return String(reference.dropFirst(prefix.count).dropLast(4))
  }

  private func noPointer(_ written: Located<String>) -> (SourceDescription, String)? {
    diagnostics.error(
      "'\(written.value)' does not name an operation", at: written.location,
      suggestion: "write '{$sourceDescriptions.NAME.url}#/paths/~1things~1{id}/get'")
    return nil
  }

  // MARK: common

  private func choose(
    _ candidates: [Candidate], _ written: Located<String>, missing: () -> Void
  ) -> FoundOperation? {
    guard let first = candidates.first else {
      missing()
      return nil
    }
    if candidates.count > 1 {
      let list = candidates.map {
        "\($0.entry.method) \($0.entry.path) in '\($0.source.name.value)'"
      }
      diagnostics.error(
        "'\(written.value)' names more than one operation: \(list.joined(separator: ", "))",
        at: written.location, suggestion: "write '$sourceDescriptions.NAME.\(written.value)'")
      return nil
    }
    guard let operation = first.api.operation(first.entry, diagnostics) else { return nil }
    return FoundOperation(operation: operation, source: first.source, api: first.api)
  }

  private func unknownSource(_ name: String, at location: Location) {
    diagnostics.error(
      "there is no source description '\(name)'", at: location,
      suggestion: didYouMean(name, in: catalog.all.map(\.name.value)))
  }
}
