import ArazzoDescriptions
import ArazzoDocuments
import Testing

@testable import ArazzoCompiler

/// What the compiler made of a document, and what it had to say.
struct Compilation {
  let plan: DocumentPlan
  let total: Int
  /// What was said, but for the inputs of a fixture that a test does not read.
  let all: [Diagnostic]
  let everything: [Diagnostic]

  /// Compiles a document against ``parcelsAPI`` and other documents by their name.
  init(
    document arazzo: String, beside texts: [String: String] = [:], strict: Bool = false
  ) throws {
    let diagnostics = Diagnostics(strict: strict)
    let root = try DocumentReader.read(Array(arazzo.utf8), name: "a.yml")
    let read = ArazzoDescription.read(root, diagnostics)
    let description = try #require(read, "\(diagnostics.all.map(\.line))")
    let texts = texts.merging(["parcels.yml": parcelsAPI]) { own, _ in own }
    let compiler = Compiler(loader: MemoryLoader(texts), diagnostics: diagnostics)
    (plan, total) = compiler.compile(description, fileName: "a.yml")
    everything = diagnostics.all
    all = everything.filter { !$0.message.contains("is never used") }
  }

  /// Compiles the workflows in `text`, which begins on line 6 of the document.
  init(workflows text: String, beside texts: [String: String] = [:]) throws {
    try self.init(document: Self.head + text, beside: texts)
  }

  /// Compiles one workflow: `text` begins on line 7, at the fields beside `workflowId`.
  init(_ fields: Fields, beside texts: [String: String] = [:]) throws {
    try self.init(document: Self.head + "- workflowId: flow\n" + fields.text, beside: texts)
  }

  /// The fields of one workflow, to be indented by two.
  struct Fields: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    let text: String

    init(stringLiteral text: String) {
      self.text = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    }
  }

  private static let head = """
    arazzo: 1.0.1
    info: {title: Parcels, version: 1.0.0}
    sourceDescriptions:
      - {name: parcels, url: parcels.yml, type: openapi}
    workflows:

    """
}

extension Compilation {
  var workflow: WorkflowPlan? { plan.workflows.first }

  func step(_ id: String) -> StepPlan? { workflow?.steps.first { $0.id == id } }

  /// What was said: `7:3: error: …`.
  var lines: [String] { all.map(\.line) }
  var errors: [String] { all.filter { $0.severity == .error }.map(\.line) }
  var warnings: [String] { all.filter { $0.severity == .warning }.map(\.line) }
  var suggestions: [String] { all.compactMap(\.suggestion) }
}

extension Diagnostic {
  var line: String {
    "\(location.map { "\($0.line):\($0.column)" } ?? "-"): \(severity): \(message)"
  }
}
