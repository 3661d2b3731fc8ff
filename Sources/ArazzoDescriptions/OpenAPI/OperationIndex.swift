import ArazzoDocuments

/// An index of the operations of a description by ID and path; the operations aren't parsed.
package struct OperationIndex: Sendable {
  private(set) var entries: [OpenAPIDescription.OperationEntry] = []
  /// Those of one path are side by side.
  private var byPath: [String: Range<Int>] = [:]
  private var byID: [String: Int] = [:]
  /// What has an ID that an earlier one has.
  private var repeated: [String: [Int]] = [:]
  private(set) var problems: [Diagnostic] = []

  private static let methods: Set<String> = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]

  init(_ description: OpenAPIDescription) {
    for member in description.root["paths"]?.mapping?.members ?? []
    where !member.key.value.hasPrefix("x-") {
      do throws(DocumentError) {
        add(member.key.value, try Self.pathItem(member.value, description))
      } catch {
        problems.append(error.diagnostic)
      }
    }
  }

  /// The path item with its reference followed; fields beside the reference come first.
  private static func pathItem(
    _ node: Node, _ description: OpenAPIDescription
  ) throws(DocumentError) -> Node {
    let target = try description.resolve(node)
    guard let beside = node.mapping?.members, node["$ref"] != nil, beside.count > 1 else {
      return target
    }
    let own = beside.filter { $0.key.value != "$ref" }
    let other = target.mapping?.members.filter { node[$0.key.value] == nil } ?? []
    return Node(.mapping(.init(own + other)), at: node.location)
  }

  private mutating func add(_ path: String, _ pathItem: Node) {
    for member in pathItem.mapping?.members ?? []
    where Self.methods.contains(member.key.value.lowercased()) {
      add(path, pathItem, member.key.value.uppercased(), member.value)
    }
    // OpenAPI 3.2: any other method, in the capitals that are sent.
    for member in pathItem["additionalOperations"]?.mapping?.members ?? [] {
      add(path, pathItem, member.key.value, member.value)
    }
  }

  private mutating func add(_ path: String, _ pathItem: Node, _ method: String, _ node: Node) {
    guard node.mapping != nil else { return }
    let id = node["operationId"]?.string
    let number = entries.count
    if let id, byID.updateValue(byID[id] ?? number, forKey: id) != nil {
      repeated[id, default: []].append(number)
    }
    byPath[path] = (byPath[path]?.lowerBound ?? number)..<number + 1
    entries.append(.init(id: id, method: method, path: path, node: node, pathItem: pathItem))
  }

  func entries(withID id: String) -> [OpenAPIDescription.OperationEntry] {
    guard let first = byID[id] else { return [] }
    return ([first] + (repeated[id] ?? [])).map { entries[$0] }
  }

  func entries(ofPath path: String) -> ArraySlice<OpenAPIDescription.OperationEntry>? {
    byPath[path].map { entries[$0] }
  }
}
