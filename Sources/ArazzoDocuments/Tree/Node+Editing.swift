extension Node {
  /// The edits that take members out of a mapping.
  ///
  /// - Returns: `nil` if the source range around them isn't known.
  package func removal(of names: [String]) -> [Fix.Edit]? {
    guard let members = mapping?.members else { return nil }
    let head = members.prefix { names.contains($0.key.value) }.count
    guard head < members.count else { return nil }
    var edits: [Fix.Edit] = []
    if head > 0 {
      let (start, end) = (members[0].key.location, members[head].key.location)
      edits.append(Fix.Edit(from: start, to: end, text: ""))
    }
    for index in members.indices.dropFirst(head) where names.contains(members[index].key.value) {
      guard let start = members[index - 1].value.end, let end = members[index].value.end else {
        return nil
      }
      edits.append(Fix.Edit(from: start, to: end, text: ""))
    }
    return edits
  }

  /// What parts two members of the mapping: a comma, or a line break with the indentation of a key.
  package func separator(before name: String) -> String? {
    guard let key = mapping?.member(name)?.key, let own = SourceCursor(at: location) else {
      return nil
    }
    guard own.next != "{" else { return ", " }
    return "\n" + String(repeating: " ", count: key.location.column - 1)
  }

  /// What parts two items of the sequence.
  package var itemSeparator: String? {
    guard let own = SourceCursor(at: location), let first = sequence?.first else { return nil }
    guard own.next != "[" else { return ", " }
    guard own.next == "-" else { return nil }
    let indentation = String(repeating: " ", count: location.column - 1)
    let gap = String(repeating: " ", count: max(first.location.column - location.column - 1, 1))
    return "\n\(indentation)-\(gap)"
  }

  /// The place after the value in its source; `nil` where it is not known.
  package var end: Location? {
    switch value {
    case .string(let text): return Self.end(of: text, at: location)
    case .number(let digits): return Self.end(of: digits, at: location)
    case .bool(let bool): return Self.end(of: bool ? "true" : "false", at: location)
    case .null: return Self.end(of: "null", at: location)
    case .sequence(let nodes): return end(after: nodes.last, closing: "]")
    case .mapping(let mapping): return end(after: mapping.members.last?.value, closing: "}")
    }
  }

  private static func end(of text: String, at location: Location) -> Location? {
    guard let scalar = SourceScalar(text, at: location), scalar.isWhole || scalar.style == .block
    else { return nil }
    return scalar.end
  }

  /// The end of a collection: its last value's, or the bracket that closes it.
  private func end(after last: Node?, closing bracket: Unicode.Scalar) -> Location? {
    let opening: Unicode.Scalar = bracket == "]" ? "[" : "{"
    guard let own = SourceCursor(at: location), own.next == opening else { return last?.end }
    guard let inner = last.map(\.end) ?? own.afterNext, var cursor = SourceCursor(at: inner) else {
      return nil
    }
    cursor.skip { $0.isYAMLSpace || $0 == "," }
    guard cursor.next == bracket else { return nil }
    cursor.advance()
    return cursor.location
  }
}

extension SourceCursor {
  fileprivate var afterNext: Location {
    var copy = self
    copy.advance()
    return copy.location
  }
}

extension Node {
  /// A string as the only item of a sequence in brackets.
  package var inBrackets: String {
    let text = string ?? ""
    return location.source.isJSON ? "[\"\(text)\"]" : "[\(text.inSingleQuotes)]"
  }
}
