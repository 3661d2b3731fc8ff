import ArazzoDescriptions
import ArazzoDocuments

/// Documents by name, as if they lay in one folder.
final class MemoryLoader: DocumentLoading {
  private let texts: [String: String]
  private var nodes: [String: Node] = [:]

  init(_ texts: [String: String]) { self.texts = texts }

  func load(_ reference: String, from base: SourceText) throws -> Node {
    if let node = nodes[reference] { return node }
    guard let text = texts[reference] else { throw LoadError("there is no '\(reference)'") }
    let node = try DocumentReader.read(Array(text.utf8), name: reference)
    nodes[reference] = node
    return node
  }
}
