import ArazzoDescriptions
import ArazzoDocuments

/// Finds workflows that another one reads without calling them and without `dependsOn`: it is
/// compiled as if it depended on them (dialect P13).
struct ImpliedDependencies {
  private let nodes: [Node]
  private let ids: Set<String>
  /// Where the dialect is reported; `nil` for a document that is only called.
  private let diagnostics: Diagnostics?

  init(_ description: ArazzoDescription, diagnostics: Diagnostics?) {
    nodes = description.root["workflows"]?.sequence ?? []
    ids = Set(description.workflows.map(\.id.value))
    self.diagnostics = diagnostics
  }

  /// The document's workflow at that index, with the workflows that it reads.
  func adding(to workflow: Workflow, at index: Int) -> Workflow {
    guard nodes.indices.contains(index) else { return workflow }
    var result = workflow
    var known = Set(workflow.references.map(\.value))
    known.insert(workflow.id.value)
    var implied: [Located<String>] = []
    for use in workflow.uses.sorted(by: { $0.location.isBefore($1.location) }) {
      guard case .workflows(let id, _, _) = use.expression, ids.contains(id),
        known.insert(id).inserted
      else { continue }
      implied.append(Located(id, at: use.location))
    }
    result.dependsOn += implied.map(QualifiedName.init)
    let fix = fix(nodes[index], adding: implied.map(\.value))
    for id in implied {
      diagnostics?.dialect(
        .p13ImpliedDependency, at: id.location,
        specSpelling: "add '\(id.value)' to the workflow's 'dependsOn'", fix: fix)
    }
    return result
  }

  /// `dependsOn` with the workflows in it that are read.
  private func fix(_ workflow: Node, adding ids: [String]) -> Fix? {
    guard let first = workflow.mapping?.members.first, !ids.isEmpty else { return nil }
    let quote = workflow.location.source.isJSON ? "\"" : ""
    let new = ids.map { "\(quote)\($0)\(quote)" }
    if let node = workflow["dependsOn"] {
      guard let last = node.sequence?.last, let end = last.end,
        let separator = node.itemSeparator
      else { return nil }
      let list = (node.sequence?.compactMap(\.string) ?? []) + ids
      return Fix(
        [Fix.Edit(from: end, to: end, text: new.map { separator + $0 }.joined())],
        text: "dependsOn: [\(list.joined(separator: ", "))]")
    }
    guard let separator = workflow.separator(before: first.key.value) else { return nil }
    let place = first.key.location
    let field = "\(quote)dependsOn\(quote): [\(new.joined(separator: ", "))]"
    return Fix([Fix.Edit(from: place, to: place, text: field + separator)], text: field)
  }
}

extension Location {
  /// The order of places in a document.
  fileprivate func isBefore(_ other: Location) -> Bool {
    (line, column) < (other.line, other.column)
  }
}
