extension Node {
  /// The members of a mapping in the document's order; keys are unique.
  package struct Mapping: Sendable {
    package struct Member: Sendable {
      package let key: Located<String>
      package let value: Node

      package init(key: Located<String>, value: Node) {
        self.key = key
        self.value = value
      }
    }

    package let members: [Member]
    /// The members' positions by key; empty for a small mapping, which is searched.
    private let index: [String: Int]

    /// Up to so many members a search is as fast as hashing, and costs nothing to build.
    private static let searchLimit = 8

    package init(_ members: [Member]) {
      self.members = members
      guard members.count > Self.searchLimit else {
        index = [:]
        return
      }
      var index: [String: Int] = [:]
      index.reserveCapacity(members.count)
      for (position, member) in members.enumerated() where index[member.key.value] == nil {
        index[member.key.value] = position
      }
      self.index = index
    }

    package subscript(key: String) -> Node? { position(of: key).map { members[$0].value } }

    /// The member with this key, with the place of the key.
    package func member(_ key: String) -> Member? { position(of: key).map { members[$0] } }

    private func position(of key: String) -> Int? {
      if members.count > Self.searchLimit { return index[key] }
      // Without a copy of each member that is looked at.
      return members.indices.first { members[$0].key.value == key }
    }
  }
}

extension Node.Mapping {
  /// The first member whose key an earlier one has, together with that earlier one.
  func firstDuplicate() -> (first: Member, second: Member)? {
    guard members.count > Self.searchLimit else { return firstDuplicateOfFew() }
    guard index.count < members.count else { return nil }
    for (position, member) in members.enumerated() {
      if let first = index[member.key.value], first != position { return (members[first], member) }
    }
    return nil
  }

  private func firstDuplicateOfFew() -> (first: Member, second: Member)? {
    for position in members.indices.dropFirst() {
      let key = members[position].key.value
      for earlier in 0..<position where members[earlier].key.value == key {
        return (members[earlier], members[position])
      }
    }
    return nil
  }
}
