import ArazzoCompiler
import ArgumentParser

/// `arazzo-gen graph`.
struct GraphCommand: ToolCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case mermaid, svg }

  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draws the state machine of each workflow.",
    discussion: """
      Shows the steps in the document's order, each with its branches and their conditions. A branch \
      to an earlier step shows how it waits. A failure without an action throws, and isn't drawn.
      """)

  @OptionGroup var input: DocumentOptions

  @Option(help: "A Mermaid diagram, or an SVG picture.")
  var format: Format = .mermaid

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write a file for each workflow into this folder, instead of to standard output.",
      valueName: "dir"),
    completion: .directory)
  var output: String?

  func outcome(_ place: ToolPlace) -> Outcome {
    PlanReader(input: input, place: place).outcome { documents throws(ToolError) in
      let graphs = documents.compactMap(\.plan).flatMap(\.workflows).map { workflow in
        (name: workflow.id, text: text(FlowGraph(workflow)))
      }
      if let output {
        try write(graphs, to: output)
        return ""
      }
      if format == .svg, graphs.count > 1 {
        throw ToolError(
          "there are \(graphs.count) workflows, and standard output can have only one picture",
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
