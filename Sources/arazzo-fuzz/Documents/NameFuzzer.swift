import ArazzoJSON
import Foundation

/// Hostile text in the place of names, titles, identifiers, defaults and choices.
struct NameFuzzer: Fuzzer {
  private let examples: [ExampleFolder]
  private let trees: [[String: JSONValue]]
  private var sample: TypeCheckSample

  init(examples: [ExampleFolder], sample: TypeCheckSample) throws {
    self.examples = examples
    self.sample = sample
    trees = try examples.map { try $0.trees() }
  }

  var limit: Double { FuzzLimit.document }

  func makeCase(_ random: inout RandomSource) -> FuzzCase {
    let place = random.below(examples.count)
    let document = random.pick(from: examples[place].documents) ?? ""
    var names: Set<String> = []
    for tree in trees[place].values { tree.collectNames(into: &names) }
    let sorted = names.sorted()
    var changes: [String: String] = [:]
    for _ in 0..<random.between(1, 6) {
      guard let name = random.pick(from: sorted) else { continue }
      changes[name] = HostileText.text(&random)
    }
    let renaming = Renaming(changes)
    let files = examples[place].files.map { file in
      let tree = trees[place][file.name].map(renaming.apply)
      return FuzzCase.File(name: file.name, bytes: tree?.serialized() ?? file.bytes)
    }
    return FuzzCase(files: files, document: document)
  }

  mutating func run(
    _ input: FuzzCase, in workspace: Workspace, _ random: inout RandomSource
  ) throws -> Verdict {
    let generation = Generation(input: input, workspace: workspace)
    let verdict = try generation.run()
    guard verdict == .accepted else { return verdict }
    try checkCode(in: workspace.output)
    try sample.take(workspace.output, as: generation.name)
    return verdict
  }

  func finish() throws { try sample.check() }

  /// No text of the documents may be code.
  private func checkCode(in folder: URL) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let source = Array(try Data(contentsOf: folder.appending(path: name)))
      let code = SwiftCode(source).withoutTexts
      if String(decoding: code, as: UTF8.self).contains(HostileText.marker) {
        throw FuzzFailure("a text of the documents is code in \(name)")
      }
    }
  }
}

extension JSONValue {
  /// The members whose text is a name, or is shown.
  private static let textual: Set<String> = [
    "workflowId", "stepId", "operationId", "name", "title", "summary", "description", "default",
    "const", "pattern", "example", "content", "token", "termsOfService",
  ]
  /// The members whose own members have names that an author chooses.
  private static let named: Set<String> = [
    "properties", "inputs", "outputs", "schemas", "securitySchemes", "variables", "parameters",
    "successActions", "failureActions",
  ]
  /// Words of the formats, which are names of members elsewhere.
  private static let kept: Set<String> = [
    "type", "name", "in", "value", "description", "title", "summary", "url", "items", "default",
    "properties", "required", "format", "object", "string", "version", "inputs", "outputs", "id",
    "pattern", "const", "enum", "content", "schema", "parameters", "variables", "",
  ]

  /// Adds every name and text that an author chooses.
  func collectNames(into names: inout Set<String>, under parent: String = "") {
    switch self {
    case .string(let text):
      let isChosen = Self.textual.contains(parent) || parent == "enum"
      if isChosen, !Self.kept.contains(text) { names.insert(text) }
    case .array(let elements):
      for element in elements { element.collectNames(into: &names, under: parent) }
    case .object(let object):
      for (name, value) in object {
        if Self.named.contains(parent), !Self.kept.contains(name) { names.insert(name) }
        value.collectNames(into: &names, under: name)
      }
    case .null, .bool, .number: break
    }
  }
}
