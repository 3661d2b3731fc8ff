import ArazzoDescriptions
import ArazzoDocuments

/// Workflows that another one reads without a step that calls them and without `dependsOn`: it is read
/// as if it depended on them (dialect P13).
struct ImpliedDependencies {
  private let nodes: [Node]
  private let ids: [String]
  /// Where the dialect is reported; `nil` for a document that is only called.
  private let diagnostics: Diagnostics?

  init(_ description: ArazzoDescription, diagnostics: Diagnostics?) {
    nodes = description.root["workflows"]?.sequence ?? []
    ids = description.workflows.map(\.id.value).sorted { $0.count > $1.count }
    self.diagnostics = diagnostics
  }

  /// The workflow that stands at that place among the document's, with what it reads.
  func adding(to workflow: Workflow, at index: Int) -> Workflow {
    guard nodes.indices.contains(index) else { return workflow }
    var result = workflow
    var known = Set(workflow.references.map(\.value))
    known.insert(workflow.id.value)
    for (text, place) in strings(in: nodes[index]) {
      for id in read(text) where known.insert(id).inserted {
        result.dependsOn.append(Located(id, at: place))
        diagnostics?.dialect(
          .p13ImpliedDependency, at: place,
          specSpelling: "add '\(id)' to the workflow's 'dependsOn'")
      }
    }
    return result
  }

  /// The workflows of which a text speaks.
  private func read(_ text: String) -> [String] {
    let word = "$workflows."
    return text.ranges(of: word).compactMap { range in
      let rest = text[range.upperBound...]
      return ids.first { rest.hasPrefix("\($0).outputs.") || rest.hasPrefix("\($0).inputs.") }
    }
  }

  /// Every string below a node in the document's order, without recursion: a stranger may nest it
  /// deeply.
  private func strings(in node: Node) -> [(String, Location)] {
    var found: [(String, Location)] = []
    var open = [node]
    while let next = open.popLast() {
      if let text = next.string { found.append((text, next.location)) }
      open += (next.sequence ?? []).reversed()
      open += (next.mapping?.members ?? []).map(\.value).reversed()
    }
    return found
  }
}
