import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// `operationPath`, and what documents write in its place (dialect P8).
extension OperationFinder {
  func find(path written: Located<String>) -> FoundOperation? {
    guard written.value.contains("#") else { return find(plain: written) }
    guard let (source, pointerText) = sourceAndPointer(written) else { return nil }
    guard let api = catalog.openAPI(source) else { return nil }
    guard let pointer = try? JSONPointer(parsingFragment: pointerText) else {
      diagnostics.error(
        "\("#\(pointerText)".quotedForMessage) is not a JSON Pointer", at: written.location,
        suggestion: "write the path with '/' as '~1': '#/paths/~1things~1{id}/get'")
      return nil
    }
    if let entry = api.entry(atPointer: pointer) {
      return choose([(source, api, entry)], written, missing: {})
    }
    let ofPath = pointer.tokens.count == 2 ? api.entries(path: pointer.tokens[1]) : []
    if let only = ofPath.first {
      if ofPath.count == 1 { reportLoose(written, spelling(source, only)) }
      return choose(
        ofPath.map { (source, api, $0) }, written, advice: "end it with the method", missing: {})
    }
    reportProblems([api])
    let known = api.operations.map { "\($0.method) \($0.path)" }
    let wanted = pointer.tokens.dropFirst().reversed().joined(separator: " ")
    diagnostics.error(
      "'\(source.name.value)' has no operation at \("#\(pointer)".quotedForMessage)",
      at: written.location,
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
    if !isBraced || !reference.hasSuffix(".url") {
      reportLoose(written, "{$sourceDescriptions.\(name).url}#\(parts[1])")
    }
    return (source, String(parts[1]))
  }

  /// The NAME of `$sourceDescriptions.NAME.url`, or of that without `.url`.
  private func sourceName(_ reference: String) -> String? {
    let prefix = "$sourceDescriptions."
    guard reference.hasPrefix(prefix) else { return nil }
    let rest = String(reference.dropFirst(prefix.count))
    return rest.hasSuffix(".url") ? String(rest.dropLast(4)) : rest
  }

  private func noPointer(_ written: Located<String>) -> (SourceDescription, String)? {
    diagnostics.error(
      "\(written.value.quotedForMessage) does not name an operation", at: written.location,
      suggestion: "write '{$sourceDescriptions.NAME.url}#/paths/~1things~1{id}/get'")
    return nil
  }

  /// `/things/{id}` or `GET /things/{id}`, where one operation fits.
  private func find(plain written: Located<String>) -> FoundOperation? {
    let words = written.value.split(separator: " ").map(String.init)
    guard let path = words.last, path.hasPrefix("/"), words.count <= 2 else {
      _ = noPointer(written)
      return nil
    }
    let method = words.count == 2 ? words[0].uppercased() : nil
    let apis = catalog.openAPISources.compactMap { source in
      catalog.openAPI(source).map { (source, $0) }
    }
    guard apis.count == catalog.openAPISources.count else { return nil }
    let fitting: [Candidate] = apis.flatMap { source, api in
      api.entries(path: path).filter { method == nil || $0.method == method }
        .map { (source, api, $0) }
    }
    if let one = fitting.first, fitting.count == 1 {
      reportLoose(written, spelling(one.source, one.entry))
    }
    return choose(
      fitting, written, advice: "write the method before the path, or name the source",
      missing: { missingPath(written, apis.map(\.1)) })
  }

  private func missingPath(_ written: Located<String>, _ apis: [OpenAPIDescription]) {
    if catalog.hasUnreadSources { return }
    reportProblems(apis)
    let known = apis.flatMap { api in api.operations.map { "\($0.method) \($0.path)" } }
    diagnostics.error(
      "\(written.value.quotedForMessage) does not name an operation", at: written.location,
      suggestion: didYouMean(written.value, in: known)
        ?? "write '{$sourceDescriptions.NAME.url}#/paths/~1things~1{id}/get'")
  }
}
