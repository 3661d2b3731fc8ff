import ArazzoCompiler
import ArgumentParser

/// `arazzo-gen graph`.
struct GraphCommand: ToolCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case mermaid, svg }

  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draws the state machine of each workflow.",
    discussion: """
      Steps stand in the document's order, each with its ways on and their conditions; a way back \
      says how it waits. A step that fails where no action takes over throws, which is not drawn.
      """)

  @OptionGroup var input: DocumentOptions

  @Option(help: "Text for viewers of Markdown, or a picture.")
  var format: Format = .mermaid

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The folder that a file for each workflow goes to, instead of standard output.",
      valueName: "dir"),
    completion: .directory)
  var output: String?

  func outcome(_ place: ToolPlace) -> Outcome {
    PlanReader(input: input, terminal: place.terminal).outcome { documents throws(ToolError) in
      let graphs = documents.compactMap(\.plan).flatMap(\.workflows).map { workflow in
        (name: workflow.id, text: text(FlowGraph(workflow)))
      }
      if let output {
        try write(graphs, to: output)
        return ""
      }
      if format == .svg, graphs.count > 1 {
        throw ToolError(
          "there are \(graphs.count) workflows, and a picture for each",
          suggestion: "choose one with '--workflow \(graphs[0].name)', or a folder with '-o <dir>'")
      }
      return graphs.map(\.text).joined(separator: "\n")
    }
  }

  private func text(_ graph: FlowGraph) -> String {
    switch format {
    case .mermaid: MermaidWriter(graph: graph).text
    case .svg:
      SVGWriter(
        picture: FlowLayout.picture(of: graph), title: "The workflow \(graph.workflow)"
      ).text
    }
  }

  /// The files' names are plain ones, whatever the workflows are called (rule D5).
  private func write(
    _ graphs: [(name: String, text: String)], to folder: String
  ) throws(ToolError) {
    let ending = format == .svg ? "svg" : "mmd"
    for graph in graphs {
      let plain = graph.name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
      try PlainFile.write(graph.text, to: "\(folder)/\(String(plain)).\(ending)")
    }
  }
}
