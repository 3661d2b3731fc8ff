import ArazzoDocuments
import ArgumentParser

/// `arazzo-gen convert`.
struct ConvertCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Prints a YAML document as JSON.",
    discussion: "For programs that read only JSON, such as the example transport of ArazzoTesting.")

  @Argument(help: "A document in YAML or JSON.", completion: .file(extensions: ["yaml", "yml"]))
  var document: String

  func outcome(_ place: ToolPlace) -> Outcome {
    var report = Report(terminal: place.terminal)
    let diagnostics = Diagnostics()
    let loader = SourceLoader()
    let root = loader.description(document, diagnostics)
    report.add(diagnostics)
    guard let root else { return Outcome(.failure, errors: report.text) }
    return Outcome(.success, output: JSONText(root).text + "\n", errors: report.text)
  }
}

/// A document as JSON, members in their order and numbers with their digits.
struct JSONText {
  private(set) var text = ""

  init(_ node: Node) { write(node, indent: "") }

  private mutating func write(_ node: Node, indent: String) {
    switch node.value {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let string): text += JSONTree.string(string).text
    case .sequence(let nodes):
      write(nodes, "[", "]", indent) { $0.write($1, indent: indent + "  ") }
    case .mapping(let mapping):
      write(mapping.members, "{", "}", indent) { writer, member in
        writer.text += JSONTree.string(member.key.value).text + ": "
        writer.write(member.value, indent: indent + "  ")
      }
    }
  }

  private mutating func write<Part>(
    _ parts: [Part], _ open: String, _ close: String, _ indent: String,
    _ body: (inout JSONText, Part) -> Void
  ) {
    text += open
    for (number, part) in parts.enumerated() {
      text += (number == 0 ? "\n  " : ",\n  ") + indent
      body(&self, part)
    }
    text += (parts.isEmpty ? "" : "\n" + indent) + close
  }
}
