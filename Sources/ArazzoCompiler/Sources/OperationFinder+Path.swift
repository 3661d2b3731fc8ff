import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// `operationPath`, and what documents write in its place (dialect P8).
extension OperationFinder {
  func find(_ location: OperationLocation, _ written: Located<String>) -> FoundOperation? {
    guard let source = source(location, written), let api = catalog.openAPI(source) else {
      return nil
    }
    guard let pointer = location.pointer else {
      let advice = advice(for: written)
      diagnostics.error(
        "\("#\(location.fragment)".quotedForMessage) is not a JSON Pointer", at: written.location,
        suggestion: advice.suggestion, fix: advice.fix)
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

  private func source(
    _ location: OperationLocation, _ written: Located<String>
  ) -> SourceDescription? {
    guard let source = catalog.source(named: location.source) else {
      if location.isQualified {
        unknownSource(location.source, at: written.location)
      } else {
        reportNoPlace(written)
      }
      return nil
    }
    if !location.isSpelledOut {
      reportLoose(
        written, "{\(QualifiedName.prefix)\(location.source).url}#\(location.fragment)")
    }
    return source
  }

  func reportNoPlace(_ written: Located<String>) {
    if catalog.hasUnreadSources { return }
    diagnostics.error(
      "\(written.value.quotedForMessage) does not name an operation", at: written.location,
      advice: advice(for: written))
  }

  /// The only operation whose path and source a text names, or the operations that there are.
  private func advice(for written: Located<String>) -> Advice {
    let text = written.value
    let sources = catalog.openAPISources
    let named = sources.filter { text.contains($0.name.value) }
    let candidates = (named.isEmpty ? sources : named).flatMap { source in
      catalog.openAPI(source)?.operations.map { (source: source, entry: $0) } ?? []
    }
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    let fitting = candidates.filter {
      text.hasSuffix($0.entry.path) || text.contains($0.entry.path + "/")
        || text.contains($0.entry.path + " ")
    }
    let longest = fitting.map(\.entry.path.count).max()
    let ofPath = fitting.filter { $0.entry.path.count == longest }
    let ofMethod = ofPath.filter { words.contains($0.entry.method.lowercased()) }
    let meant = ofMethod.isEmpty ? ofPath : ofMethod
    if let only = meant.first, meant.count == 1 {
      return Advice(fix: Fix(written, with: spelling(only.source, only.entry)), suggestion: nil)
    }
    let known = candidates.map { "\($0.entry.method) \($0.entry.path)" }
    return Advice(fix: nil, suggestion: didYouMean(text, in: known))
  }

  /// `/things/{id}` or `GET /things/{id}`, where one operation fits.
  func find(path: String, _ method: String?, _ written: Located<String>) -> FoundOperation? {
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
    diagnostics.error(
      "\(written.value.quotedForMessage) does not name an operation", at: written.location,
      advice: advice(for: written))
  }
}
