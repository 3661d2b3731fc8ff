import ArazzoDocuments
import Foundation

/// An OpenAPI description; only the parts that a workflow uses are parsed.
package final class OpenAPIDescription {
  package let root: Node
  package let version: String
  let references: References
  private let loader: any DocumentLoading
  private lazy var index = loader.index(of: root) { OperationIndex(self) }
  /// By method and path: two paths may share a path item.
  var readings: [String: OperationReading] = [:]

  init(root: Node, version: String, loader: any DocumentLoading) {
    self.root = root
    self.version = version
    self.loader = loader
    references = References(root: root, loader: loader)
  }

  /// The `title` of its Info Object; empty where it has none.
  package var title: String { root.mapping?["info"]?.mapping?["title"]?.string ?? "" }

  /// Whether it is written in Swagger 2.0, whose operations are read as OpenAPI 3 would have them.
  package var isSwagger: Bool { version == "2.0" }

  /// Every operation's ID, method and path in the document's order; nothing else is read.
  package var operations: [OperationEntry] { index.entries }

  /// What kept path items from being read: broken references.
  package var problems: [Diagnostic] { index.problems }

  package struct OperationEntry: Sendable {
    package let id: String?
    /// Upper case.
    package let method: String
    package let path: String
    package let node: Node
    package let pathItem: Node

    /// The names of the places in the path.
    package var pathNames: [String] { PathTemplate(path).pathNames }
  }

  /// The operations of that `operationId`: more than one where the document breaks the rule that
  /// it be unique.
  package func operations(withID id: String) -> [OperationEntry] {
    index.entries(withID: id)
  }

  /// The operation that a pointer like `/paths/~1runs~1{id}/get` leads to. A path whose slashes are
  /// not escaped, or that is percent-encoded, is found as well.
  package func entry(atPointer pointer: JSONPointer) -> OperationEntry? {
    let tokens = pointer.tokens
    guard tokens.count >= 3, tokens[0] == "paths", let method = tokens.last?.uppercased() else {
      return nil
    }
    let isAdditional = tokens[tokens.count - 2] == "additionalOperations" && tokens.count > 3
    let path = tokens[1..<(tokens.count - (isAdditional ? 2 : 1))].joined(separator: "/")
    return entries(path: path).first { $0.method.uppercased() == method }
  }

  /// The operations of a path, as it is written or percent-decoded.
  package func entries(path: String) -> [OperationEntry] {
    for spelling in [path, path.removingPercentEncoding].compactMap(\.self) {
      if let found = index.entries(ofPath: spelling) { return Array(found) }
    }
    return []
  }

  /// Follows `$ref` (local, other files, chains; a chain that doesn't resolve is an error).
  package func resolve(_ node: Node) throws(DocumentError) -> Node {
    try references.resolve(node)
  }
}
