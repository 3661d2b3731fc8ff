import ArazzoDescriptions
import ArazzoDocuments

/// Finds the workflows that others name, in their own document or through a source description
/// (Arazzo 1.0.1, "Step Object", `workflowId`).
struct WorkflowFinder {
  let descriptions: DescriptionSet
  let diagnostics: Diagnostics

  private static let prefix = "$sourceDescriptions."

  /// - Returns: `nil` where there is none, which is reported where it is named.
  func find(_ written: Located<String>, from number: Int) -> WorkflowKey? {
    let slip = "$sourceDescription."
    guard !written.value.hasPrefix(slip) else {
      diagnostics.error(
        "'$sourceDescription' is no root of an expression: it lacks an 's'", at: written.location,
        fix: Fix(written, with: Self.prefix + written.value.dropFirst(slip.count)))
      return nil
    }
    guard written.value.hasPrefix(Self.prefix) else {
      return workflow(written.value, in: number, written)
    }
    let rest = String(written.value.dropFirst(Self.prefix.count))
    let sources = descriptions.members[number].description.sourceDescriptions
    let source = sources.filter { rest.hasPrefix($0.name.value + ".") }
      .max { $0.name.value.count < $1.name.value.count }
    guard let source else {
      if descriptions.members[number].description.hasUnreadSources { return nil }
      let name = String(rest.prefix { $0 != "." })
      diagnostics.error(
        "there is no source description \(name.quotedForMessage)", at: written.location,
        suggestion: didYouMean(name, in: sources.map(\.name.value)))
      return nil
    }
    guard hasWorkflows(source, written),
      let document = descriptions.document(source, of: number)
    else { return nil }
    let qualifier = "\(Self.prefix)\(source.name.value)."
    return workflow(
      String(written.value.dropFirst(qualifier.count)), in: document, written, after: qualifier)
  }

  private func hasWorkflows(_ source: SourceDescription, _ written: Located<String>) -> Bool {
    guard let kind = source.kind, kind != .arazzo else { return true }
    diagnostics.error(
      "source '\(source.name.value)' is of type '\(kind.rawValue)' and has no workflows",
      at: written.location, suggestion: "name a source description of type 'arazzo'")
    return false
  }

  private func workflow(
    _ id: String, in number: Int, _ written: Located<String>, after qualifier: String = ""
  ) -> WorkflowKey? {
    let known = descriptions.members[number].workflows
    if known[id] != nil { return WorkflowKey(document: number, id: id) }
    let word = "workflows."
    let bare = String(id.dropFirst(word.count))
    if number > 0, id.hasPrefix(word), known[bare] != nil {
      diagnostics.dialect(
        .p03LooseSpelling, at: written.location,
        specSpelling: "leave out '\(word)'",
        fix: Fix(written, with: qualifier + bare))
      return WorkflowKey(document: number, id: bare)
    }
    descriptions.report(number)
    let place = number == 0 ? "this document" : "'\(descriptions.members[number].fileName)'"
    diagnostics.error(
      "there is no workflow \(id.quotedForMessage) in \(place)", at: written.location,
      advice: Advice(id, in: known.keys.sorted(), instead: written, after: qualifier))
    return nil
  }
}

extension DescriptionSet.Member {
  /// The document's file name without folders.
  var fileName: String {
    let name = description.root.location.source.name
    return name.split(separator: "/").last.map(String.init) ?? name
  }
}
