import ArazzoCompiler
import ArazzoSwiftEmitter
import ArgumentParser

/// `arazzo-gen list`.
struct ListCommand: ToolCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists workflows with their inputs, outputs and operations.",
    discussion: """
      As JSON, the list also has the names of the generated code: for each workflow its function, \
      the types of its inputs, outputs, outcome and state, and the file with its imports.
      """)

  @OptionGroup var input: DocumentOptions

  @Option(help: "A table for people, or JSON for programs.")
  var format: Format = .table

  func outcome(_ place: ToolPlace) -> Outcome {
    let modules = EmbeddedRuntime(sources: place.runtime).modules
    let reader = PlanReader(input: input, place: place, showsNotes: true)
    return reader.outcome { documents throws(ToolError) in
      switch format {
      case .table: return documents.compactMap(\.plan).flatMap(\.listings).table
      case .json:
        let templates = try RenderedDocument.templates(replacing: [:])
        return JSONTree.array(
          try documents.map { (document) throws(ToolError) in
            try document.listing(templates, embedding: modules)
          }.compactMap { $0 }
        ).text + "\n"
      }
    }
  }
}

extension DocumentPlan {
  fileprivate var listings: [WorkflowListing] {
    workflows.map { WorkflowListing($0, types: types) }
  }
}

extension CompiledDocument {
  fileprivate func listing(
    _ templates: TemplateSet, embedding modules: Set<String>
  ) throws(ToolError) -> JSONTree? {
    guard let plan else { return nil }
    let options = SwiftEmitter.Options(self, embedding: modules)
    let interface: GeneratedInterface
    do {
      interface = try SwiftEmitter(options: options, templates: templates).interface(of: plan)
    } catch {
      throw ToolError("'\(path)' can't be rendered: \(error)")
    }
    let workflows = zip(plan.listings, interface.workflows).map { listing, interface in
      listing.json.adding(["swift": interface.json])
    }
    return [
      "document": .string(plan.fileName), "title": .string(plan.title),
      "workflows": .array(workflows), "swift": interface.json,
    ]
  }
}
