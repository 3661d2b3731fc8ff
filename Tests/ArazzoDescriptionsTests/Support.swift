import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

/// Documents by name, as if they lay in one folder.
final class MemoryLoader: DocumentLoading {
  private let texts: [String: String]
  private var nodes: [String: Node] = [:]
  private(set) var loaded: [String] = []

  init(_ texts: [String: String] = [:]) { self.texts = texts }

  func load(_ reference: String, from base: SourceText) throws -> Node {
    if let node = nodes[reference] { return node }
    loaded.append(reference)
    guard let text = texts[reference] else { throw LoadError("there is no '\(reference)'") }
    let node = try yaml(text, name: reference)
    nodes[reference] = node
    return node
  }
}

func yaml(_ text: String, name: String = "a.yml") throws(DocumentError) -> Node {
  try DocumentReader.read(Array(text.utf8), name: name)
}

/// An Arazzo description together with what was said about it.
struct Reading {
  let description: ArazzoDescription?
  /// `3:5: error: …`, without the suggestion.
  let lines: [String]
  let diagnostics: Diagnostics

  init(_ text: String) throws {
    diagnostics = Diagnostics()
    description = try ArazzoDescription.read(yaml(text), diagnostics)
    lines = diagnostics.lines
  }

  /// A description with one workflow of the steps in `text`, which begins on line 11.
  init(steps text: String) throws {
    try self.init(Self.head + text)
  }

  static let head = """
    arazzo: 1.0.1
    info:
      title: Parcels
      version: 1.0.0
    sourceDescriptions:
      - name: parcels
        url: parcels.yml
    workflows:
      - workflowId: send
        steps:

    """

  var steps: [Step] { description?.workflows.first?.steps ?? [] }
}

extension Diagnostics {
  var lines: [String] { all.map(\.line) }
}

extension Diagnostic {
  var line: String {
    "\(location.map { "\($0.line):\($0.column)" } ?? "-"): \(severity): \(message)"
  }
}

/// The API description in `text`, with its operation reader's findings.
func api(_ text: String, beside texts: [String: String] = [:]) throws -> OpenAPIDescription {
  try OpenAPIDescription.read(yaml(text, name: "api.yml"), loader: MemoryLoader(texts))
}

/// The schema `Subject` among the components in `text`, which begin on line 5.
func schema(_ text: String, version: String = "3.0.3") throws -> Schema {
  let head = "openapi: \(version)\npaths: {}\ncomponents:\n  schemas:\n"
  let description = try api(head + text)
  let node = try #require(description.root["components"]?["schemas"]?["Subject"])
  return Schema(node, description.references)
}

extension Schema {
  /// What a pointer finds, on one line.
  func find(_ tokens: String...) -> String { find(tokens) }

  func find(_ tokens: [String]) -> String {
    switch lookup(JSONPointer(tokens: tokens)) {
    case .found(let schema, let isRequired):
      let kinds = schema.kinds.map(\.rawValue).sorted().joined(separator: "|")
      return "\(kinds)\(isRequired ? "" : "?")\(schema.admitsNull ? " or null" : "")"
    case .undescribed: return "undescribed"
    case .absent(let absence):
      return "no \(absence.token) among \(absence.declared.joined(separator: ", "))"
    }
  }
}
