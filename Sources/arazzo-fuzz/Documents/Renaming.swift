import ArazzoJSON

/// Names in the place of others, in expressions and pointers too.
struct Renaming {
  private let changes: [String: String]

  init(_ changes: [String: String]) { self.changes = changes }

  func apply(_ tree: JSONValue) -> JSONValue {
    switch tree {
    case .string(let text): .string(changed(text))
    case .array(let elements): .array(elements.map(apply))
    case .object(let object):
      .object(JSONObject(object.map { (changes[$0.name] ?? $0.name, apply($0.value)) }))
    case .null, .bool, .number: tree
    }
  }

  private func changed(_ text: String) -> String {
    if let change = changes[text] { return change }
    guard text.contains("$") || text.contains("#/") else { return text }
    // In an expression or a pointer a name stands between such characters.
    var words = [""]
    for scalar in text.unicodeScalars {
      if "./#{}'\" ()[]=!&|".unicodeScalars.contains(scalar) {
        words += [String(scalar), ""]
      } else {
        words[words.count - 1].unicodeScalars.append(scalar)
      }
    }
    return words.map { changes[$0] ?? $0 }.joined()
  }
}
