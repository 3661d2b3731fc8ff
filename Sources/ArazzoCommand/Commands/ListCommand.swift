import ArazzoCompiler
import ArgumentParser

/// `arazzo-gen list`.
struct ListCommand: ToolCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists workflows with their inputs, outputs and the operations that they use.")

  @OptionGroup var input: DocumentOptions

  @Option(help: "For people, or for programs.")
  var format: Format = .table

  func outcome(_ place: ToolPlace) -> Outcome {
    PlanReader(input: input, terminal: place.terminal, showsNotes: true).outcome { plans in
      switch format {
      case .table: plans.flatMap(\.workflows).map(WorkflowListing.init).table
      case .json: JSONTree.array(plans.map(\.listing)).text + "\n"
      }
    }
  }
}

extension DocumentPlan {
  fileprivate var listing: JSONTree {
    [
      "document": .string(fileName), "title": .string(title),
      "workflows": .array(workflows.map { WorkflowListing($0).json }),
    ]
  }
}
