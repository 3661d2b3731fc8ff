extension Node {
  /// The value that a pointer leads to from this one; `nil` when there is none.
  ///
  /// An index has no leading zeros, and `-` (the place after the last item) has no value.
  package func value(at pointer: JSONPointer) -> Node? {
    var node = self
    for token in pointer.tokens {
      guard let next = node.child(token) else { return nil }
      node = next
    }
    return node
  }

  private func child(_ token: String) -> Node? {
    switch value {
    case .mapping(let mapping): return mapping[token]
    case .sequence(let nodes):
      guard token.utf8.allSatisfy(\.isASCIIDigit), token == "0" || token.utf8.first != 0x30,
        let index = Int(token), nodes.indices.contains(index)
      else { return nil }
      return nodes[index]
    default: return nil
    }
  }
}
