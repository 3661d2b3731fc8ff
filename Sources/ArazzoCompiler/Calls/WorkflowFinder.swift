import ArazzoDescriptions
import ArazzoDocuments

/// Finds the workflows that others name, in their own document or through a source description
/// (Arazzo 1.0.1, "Step Object", `workflowId`).
struct WorkflowFinder {
  let descriptions: DescriptionSet
  let diagnostics: Diagnostics

  /// - Returns: `nil` where there is none, which is reported where it is named.
  func find(_ name: QualifiedName, from number: Int) -> WorkflowKey? {
    switch name.form {
    case .plain: return workflow(name.value, in: number, name.text)
    case .slip(let rest):
      diagnostics.error(
        "no runtime expression begins with '$sourceDescription': it lacks an 's'",
        at: name.location,
        fix: Fix(name.text, with: QualifiedName.prefix + rest))
      return nil
    case .qualified(let rest): return find(qualified: rest, name.text, from: number)
    }
  }

  private func find(
    qualified rest: String, _ written: Located<String>, from number: Int
  ) -> WorkflowKey? {
    let sources = descriptions.members[number].description.sourceDescriptions
    guard let (source, id) = sources.qualifying(rest) else {
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
    return workflow(
      id, in: document, written, after: "\(QualifiedName.prefix)\(source.name.value).")
  }

  private func hasWorkflows(_ source: SourceDescription, _ written: Located<String>) -> Bool {
    guard let kind = source.kind, kind != .arazzo else { return true }
    diagnostics.error(
      "source '\(source.name.value)' has no workflows: its type is '\(kind.rawValue)'",
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
