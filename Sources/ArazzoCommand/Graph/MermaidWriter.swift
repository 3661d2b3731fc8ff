import ArazzoDocuments

/// Writes a graph as a Mermaid diagram.
struct MermaidWriter {
  let graph: FlowGraph

  var text: String {
    var lines = ["flowchart TD", "  start((\" \")) --> s0"]
    for (number, step) in graph.steps.enumerated() {
      lines.append("  s\(number)[\"<b>\(escaped(step.id))</b><br/>\(escaped(step.call))\"]")
    }
    for (number, ending) in graph.endings.enumerated() {
      lines.append("  e\(number)([\"\(escaped(ending.name))\"])")
    }
    for (number, step) in graph.steps.enumerated() {
      lines += step.branches.map { "  s\(number) \(arrow($0)) \(name($0.target))" }
    }
    lines += graph.endings.enumerated().filter { $1.kind == .failure }.map {
      "  style e\($0.offset) stroke:#c62828"
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func name(_ target: FlowGraph.Target) -> String {
    switch target {
    case .step(let number): "s\(number)"
    case .end(let ending): "e\(graph.endings.firstIndex(of: ending) ?? 0)"
    }
  }

  private func arrow(_ branch: FlowGraph.Branch) -> String {
    let line = branch.kind == .failure ? "-.->" : "-->"
    let texts = [branch.name, branch.condition, branch.wait].compactMap { $0 }
      .filter { !$0.isEmpty }.map(escaped)
    return texts.isEmpty ? line : "\(line)|\"\(texts.joined(separator: "<br/>"))\"|"
  }

  /// Text that Mermaid takes for nothing else, by its character entities.
  private func escaped(_ text: String) -> String {
    text.escaped { scalar in
      switch scalar {
      case "\"", "<", ">", "&", "#", "`", "|", "{", "}", "[", "]", "\\", ";": "#\(scalar.value);"
      case "\n", "\r": " "
      default: nil
      }
    }
  }
}
