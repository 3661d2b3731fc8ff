import ArazzoDocuments
import ArazzoJSON
import Foundation

/// Documents that belong together, read from a folder.
struct ExampleFolder {
  let files: [FuzzCase.File]

  /// The Arazzo descriptions among the files.
  var documents: [String] { files.map(\.name).filter { $0.contains(".arazzo.") } }

  /// The trees of the files.
  func trees() throws -> [String: JSONValue] {
    try Dictionary(
      uniqueKeysWithValues: files.map {
        ($0.name, JSONValue(try DocumentReader.read($0.bytes, name: $0.name)))
      })
  }

  /// The folders in a folder, in the order of their names.
  static func all(in folder: String) throws -> [ExampleFolder] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let examples = try names.map { try ExampleFolder(folder: "\(folder)/\($0)") }
    return examples.filter { !$0.documents.isEmpty }
  }

  private init(folder: String) throws {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    files = try names.filter { name in [".yaml", ".json"].contains { name.hasSuffix($0) } }
      .sorted()
      .map { name in
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
        return FuzzCase.File(name: name, bytes: Array(data))
      }
  }
}

extension JSONValue {
  /// What a document says, without its places.
  init(_ node: Node) {
    switch node.value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .number(let digits): self = JSONNumber(digits).map { .number($0) } ?? .string(digits)
    case .string(let text): self = .string(text)
    case .sequence(let nodes): self = .array(nodes.map { JSONValue($0) })
    case .mapping(let mapping):
      self = .object(JSONObject(mapping.members.map { ($0.key.value, JSONValue($0.value)) }))
    }
  }
}
