/// A workflow as a tool that a language model can call.
package struct ToolPlan: Sendable, Encodable {
  /// The workflow, by its ``WorkflowPlan/id``.
  package var workflow: String
  /// The name: 1 to 64 ASCII letters, digits, `_` and `-`, unique in the document.
  package var name: String
  package var title: String?
  package var description: String?
  /// The JSON Schema of the arguments: the inputs without secrets.
  package var input: LiteralPlan
  /// The JSON Schema of the result, `{"ending": "…", "outputs": {…}}`.
  package var output: LiteralPlan
  /// The name of the ending; `nil` for a workflow with several, whose outcome says which.
  package var ending: String?
  /// The workflows that run first and have inputs.
  package var dependencies: [Dependency]
  package var secrets: [Secret]

  /// A workflow that runs first, and the argument that holds its inputs.
  package struct Dependency: Sendable, Encodable {
    package var workflow: String
    package var argument: String
  }

  /// An input that is no argument.
  package struct Secret: Sendable, Encodable {
    /// The workflow that has the input.
    package var workflow: String
    /// The names from the inputs of the workflow down.
    package var path: [String]
    /// Whether the object that contains it must have it.
    package var isRequired: Bool
    /// Whether it is an array or an object that holds secrets.
    package var isJSON: Bool
  }
}

extension DocumentPlan {
  /// Describes each workflow of the document itself as a tool.
  package mutating func describeTools() {
    let workflows = workflows.filter { $0.document == nil }
    let names = ToolNames(workflows.map(\.name)).names
    tools = zip(workflows, names).map { ToolPlan($0, named: $1, in: self) }
  }
}

extension ToolPlan {
  fileprivate init(_ plan: WorkflowPlan, named name: String, in document: DocumentPlan) {
    workflow = plan.id
    self.name = name
    let title = plan.summary.map(ReadableText.oneLine) ?? ""
    self.title = title.isEmpty ? nil : title
    let description = plan.description.flatMap(ReadableText.text)
    self.description = description ?? self.title
    var input = InputSchema(plan.inputs, of: plan.id)
    dependencies = []
    for id in plan.runsFirst {
      guard let other = document.workflowsByID[id], !other.inputs.fields.isEmpty else { continue }
      let argument = input.add(other)
      dependencies.append(Dependency(workflow: id, argument: argument))
    }
    self.input = input.schema
    secrets = input.secrets
    output = OutputSchema(of: plan, in: document).schema
    ending = plan.returnsOutcome ? nil : plan.possibleEndings.first?.name
  }
}

extension WorkflowPlan {
  /// Its endings; one without any completes.
  var possibleEndings: [EndingPlan] {
    endings.isEmpty ? [EndingPlan(name: "completed", kind: .completed)] : endings
  }
}

/// The names of tools, from the names of workflows.
struct ToolNames {
  let names: [String]
  private static let maximumLength = 64

  init(_ workflows: [String]) {
    var taken: Set<String> = []
    names = workflows.map { workflow in
      let base = Self.base(workflow)
      var name = base
      var number = 1
      while !taken.insert(name).inserted {
        number += 1
        let ending = "-\(number)"
        name = base.prefix(Self.maximumLength - ending.count) + ending
      }
      return name
    }
  }

  private static func base(_ workflow: String) -> String {
    let words = workflow.unicodeScalars.split { scalar in
      !(scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)))
        && scalar != "_" && scalar != "-"
    }
    let name = words.map(String.init).joined(separator: "-")
    return name.isEmpty ? "workflow" : String(name.prefix(maximumLength))
  }
}
