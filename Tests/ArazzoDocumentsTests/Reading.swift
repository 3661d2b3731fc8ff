@testable import ArazzoDocuments

/// Reads a text as the room's door does.
func read(_ text: String, name: String = "a.yaml") throws(DocumentError) -> Node {
  try DocumentReader.read(Array(text.utf8), name: name)
}

/// The diagnostic of a text that can't be read.
func problem(_ text: String, name: String = "a.yaml") -> Diagnostic? {
  problem(bytes: Array(text.utf8), name: name)
}

func problem(bytes: [UInt8], name: String = "a.yaml") -> Diagnostic? {
  do throws(DocumentError) {
    _ = try DocumentReader.read(bytes, name: name)
    return nil
  } catch {
    return error.diagnostic
  }
}

extension Node {
  /// The value on one line, in JSON's spelling but for the strings, for comparisons.
  var outline: String {
    switch value {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let text): text
    case .string(let text): "\"\(text)\""
    case .sequence(let nodes): "[\(nodes.map(\.outline).joined(separator: ","))]"
    case .mapping(let mapping):
      "{\(mapping.members.map { "\($0.key.value):\($0.value.outline)" }.joined(separator: ","))}"
    }
  }
}
